import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { paths } from '../paths.ts'
import { type Asked, AskedLines } from './asked-lines.tsx'
import { type Control, PointControl } from './point-control.tsx'
import { WordFields } from './word-fields.tsx'

export interface PointCardProps {
  readonly draft: { readonly id: string; readonly ended: boolean }
  readonly index: number
  readonly place: string
  readonly kind: 'reading' | 'interval' | 'value' | 'part'
  readonly open: boolean
  readonly title: string
  readonly sentence: string
  readonly says: string
  readonly confidence: string
  readonly clauses: readonly { readonly id: string; readonly says: string }[]
  readonly control: Control
  readonly units: readonly string[]
  readonly rhythms: readonly string[]
  /** Whether it can be confirmed as it stands. */
  readonly hasValue: boolean
  /** The party whose word is asked for, unless whoever looks may give it. */
  readonly word: { readonly party: string; readonly holder: string } | null
  /** Who confirmed it and when; empty where nobody did. */
  readonly settledBy: string
  readonly mayReopen: boolean
  readonly asked: Asked
  readonly error?: string | undefined
  readonly query: string
  readonly today: { readonly day: number; readonly month: number; readonly year: number }
}

/** One thing to confirm: what the policy says, what was made of it, and the ways to settle it. */
export function PointCard(props: PointCardProps) {
  const { index, open } = props
  return (
    <article class="kept-card" id={`p-${index}`} aria-labelledby={`p-${index}-title`}>
      <div class="kept-card__head">
        <h3 class="govuk-heading-s" id={`p-${index}-title`}>
          {props.title}
        </h3>
        <Tag class={open ? 'govuk-tag--blue' : 'govuk-tag--green'}>{open ? KIND_WORDS[props.kind] : 'Settled'}</Tag>
      </div>
      <Clauses clauses={props.clauses} />
      {props.kind !== 'reading' && <p class="govuk-body kept-gap-top-s">{props.sentence}</p>}
      {props.kind !== 'reading' && (
        <p class="govuk-body">
          <b>{props.says}</b>
          {props.confidence !== '' && ` Whoever read the policy was ${SURE[props.confidence] ?? 'fairly sure'} of it.`}
        </p>
      )}
      {props.settledBy !== '' && <p class="kept-meta">{props.settledBy}</p>}
      <AskedLines {...props} {...props.asked} />
      {!props.draft.ended && <Ways {...props} />}
    </article>
  )
}

function Clauses({ clauses }: Pick<PointCardProps, 'clauses'>) {
  const list = (some: PointCardProps['clauses']) => (
    <ul class="govuk-list">
      {some.map((clause) => (
        <li>
          <span class="kept-clause">{clause.id}</span> “{clause.says}”
        </li>
      ))}
    </ul>
  )
  if (clauses.length <= 3) return list(clauses)
  return (
    <>
      {list(clauses.slice(0, 2))}
      <Details summary={`${clauses.length - 2} more clauses`}>{list(clauses.slice(2))}</Details>
    </>
  )
}

function Ways(props: PointCardProps) {
  const { draft, place, index, open, word } = props
  const hidden = (what: string) => (
    <>
      <input type="hidden" name="do" value={what} />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="query" value={props.query} />
      <input type="hidden" name="at" value={`p-${index}`} />
    </>
  )
  const asked = (id: string) => word !== null && <WordFields id={id} {...word} today={props.today} />
  const says = `: ${props.title.slice(0, 80)}`
  const change = props.control.kind !== 'none' && (
    <Form action={paths.settle.to(draft.id)}>
      {hidden('change')}
      <PointControl
        id={`p-${index}-value`}
        control={props.control}
        units={props.units}
        rhythms={props.rhythms}
        error={props.error}
      />
      {asked(`c-${index}`)}
      <Button small variant="secondary">
        {open ? 'Confirm this' : 'Change it'}
        <span class="govuk-visually-hidden">{says}</span>
      </Button>
    </Form>
  )
  const confirm = (
    <Form action={paths.settle.to(draft.id)}>
      {hidden('confirm')}
      {asked(`w-${index}`)}
      <Button small>
        Confirm
        <span class="govuk-visually-hidden">{says}</span>
      </Button>
    </Form>
  )
  return (
    <>
      {open && props.hasValue && word !== null && (
        <Details summary={`The ${word.party} has said so`}>{confirm}</Details>
      )}
      {open && props.hasValue && word === null && confirm}
      {change &&
        (props.hasValue ? (
          <Details summary={props.kind === 'reading' ? 'Read it otherwise' : 'Say another value'} open={!!props.error}>
            {change}
          </Details>
        ) : (
          change
        ))}
      {props.control.kind === 'none' && (
        <p class="govuk-body-s">
          <a class="kept-link" href={paths.part.to(draft.id, place)}>
            Change this part<span class="govuk-visually-hidden">{says}</span>
          </a>
        </p>
      )}
      {props.mayReopen && (
        <Form action={paths.settle.to(draft.id)}>
          {hidden('reopen')}
          <Button small variant="secondary">
            Undo
            <span class="govuk-visually-hidden">{says}</span>
          </Button>
        </Form>
      )}
    </>
  )
}

const KIND_WORDS = { reading: 'Reading', interval: 'Interval', value: 'Value', part: 'Inferred' } as const
const SURE: Readonly<Record<string, string>> = { high: 'sure', medium: 'fairly sure', low: 'not sure' }
