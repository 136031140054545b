import { Alert } from '#ui/alert/alert.tsx'
import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { FlowChart, type FlowChartProps } from '#ui/flow-chart/flow-chart.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Control, Field, Option } from '../forms/control.ts'
import type { Filled } from './control-props.ts'
import { ControlView, FieldList } from './control-view.tsx'
import { LastChange, type LastChangeProps } from './last-change.tsx'
import { type PartList, PartLists } from './part-lists.tsx'

export interface PartViewProps extends Filled {
  readonly title: string
  readonly caption: string
  readonly crumbs: readonly { readonly href?: string; readonly text: string }[]
  readonly sentence: string
  readonly action: string
  readonly basedOn: number
  readonly control: Control
  readonly kinds: readonly (Option & { readonly href: string; readonly active: boolean })[]
  /** What is not right in it, where it is known. */
  readonly faults: readonly { readonly says: string; readonly href: string }[]
  /** New faults that can be kept for now. */
  readonly mayKeep: boolean
  /** What a condition says in plain words, after a check. */
  readonly checked: readonly string[] | null
  /** How hard the words are to read that somebody signs. */
  readonly reading: readonly string[]
  readonly lists: readonly PartList[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly removeHref: string | null
  readonly renameHref: string | null
  readonly chart: Omit<FlowChartProps, 'id'> | null
  readonly last: LastChangeProps | null
  readonly isNew: boolean
}

/** One part of the policy with its form: what it says, what is wrong with it, and the parts that it has. */
export function PartView(props: PartViewProps) {
  return (
    <Page title={props.title} caption={props.caption} breadcrumbs={props.crumbs} errors={props.errors}>
      {props.last && <LastChange {...props.last} />}
      {props.sentence !== '' && <InsetText>{props.sentence}</InsetText>}
      {props.reading.length > 0 && <Reading lines={props.reading} />}
      {props.checked && <Checked lines={props.checked} />}
      {props.faults.length > 0 && <Faults faults={props.faults} />}
      {props.chart && (
        <div class="kept-gap-top">
          <FlowChart id="chart" {...props.chart} />
        </div>
      )}
      {props.links.length > 0 && (
        <ul class="govuk-list">
          {props.links.map((link) => (
            <li>
              <a class="govuk-link" href={link.href}>
                {link.text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {props.chart && <PartLists lists={props.lists} />}
      {props.kinds.length > 1 && <Kinds kinds={props.kinds} open={props.isNew} />}
      <PartForm {...props} />
      {!props.chart && <PartLists lists={props.lists} />}
      {props.renameHref && (
        <p class="govuk-body kept-gap-top">
          <a class="govuk-link" href={props.renameHref}>
            Give it another name in addresses and files
          </a>
        </p>
      )}
      {props.removeHref && (
        <p class="govuk-body kept-gap-top">
          <a class="govuk-link" href={props.removeHref}>
            Take this out of the policy
          </a>
        </p>
      )}
    </Page>
  )
}

function Reading({ lines }: { lines: readonly string[] }) {
  return (
    <Details summary="How hard it is to read">
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      <p class="kept-meta">Counted from the length of words and sentences. It says nothing of what they mean.</p>
    </Details>
  )
}

function Checked({ lines }: { lines: readonly string[] }) {
  return (
    <Alert voice="calm" title="Checked; nothing is saved yet">
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </Alert>
  )
}

/** What the checker finds, each with a way to where it is put right. */
export function Faults({ faults }: { readonly faults: PartViewProps['faults'] }) {
  return (
    <Alert
      voice="notice"
      title={faults.length === 1 ? 'One thing is not right here yet' : `${faults.length} things are not right here yet`}
    >
      <ul class="govuk-list govuk-list--bullet">
        {faults.slice(0, 20).map((fault) => (
          <li>
            <a href={fault.href}>{fault.says}</a>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

function Kinds({ kinds, open }: Pick<PartViewProps, 'kinds'> & { open: boolean }) {
  const now = kinds.find((kind) => kind.active)
  return (
    <Details summary={`What kind it is: ${now?.text ?? ''}. Choose another kind`} open={open}>
      <ul class="govuk-list govuk-list--bullet">
        {kinds
          .filter((kind) => !kind.active)
          .map((kind) => (
            <li>
              <a class="govuk-link" href={kind.href}>
                {kind.text}
              </a>
            </li>
          ))}
      </ul>
    </Details>
  )
}

function PartForm(props: PartViewProps) {
  const { control } = props
  return (
    <Form action={props.action}>
      <input type="hidden" name="based" value={String(props.basedOn)} />
      {control.is === 'group' ? (
        <GroupForm {...props} fields={control.fields} />
      ) : (
        <ControlView {...filled(props)} control={control} name="" label={props.title} required />
      )}
      <ButtonGroup>
        <Button name="do" value="save" preventDoubleClick>
          {props.isNew ? 'Add it' : 'Save'}
        </Button>
        <Button name="do" value="check" variant="secondary">
          Check without saving
        </Button>
        {props.mayKeep && (
          <Button name="do" value="anyway" variant="secondary">
            Save it as it is, to be put right later
          </Button>
        )}
      </ButtonGroup>
    </Form>
  )
}

/** What has to be said and what is said stands first; what may be said besides is folded. */
function GroupForm(props: PartViewProps & { fields: readonly Field[] }) {
  const shown = props.fields.filter((field) => field.required || isSaid(props, field.key))
  const more = props.fields.filter(
    (field) => !shown.includes(field) && field.control.is !== 'parts' && field.key !== 'id',
  )
  return (
    <>
      <FieldList fields={shown} name="" {...filled(props)} />
      {more.length > 0 && (
        <Details summary="What else may be said">
          <FieldList fields={more} name="" {...filled(props)} />
        </Details>
      )}
    </>
  )
}

const filled = ({ sent, errors, uses }: Filled): Filled => ({ sent, errors, uses })

const isSaid = ({ sent, errors }: Filled, key: string): boolean =>
  Object.entries(sent).some(([name, value]) => isOf(name, key) && value.length > 0 && value !== 'none') ||
  Object.keys(errors).some((name) => isOf(name, key))

const isOf = (name: string, key: string): boolean =>
  name === key || name.startsWith(`${key}/`) || name.startsWith(`${key}:`)
