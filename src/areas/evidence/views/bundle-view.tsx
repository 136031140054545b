import { sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { PasswordInput } from '#ui/password-input/password-input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Table } from '#ui/table/table.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { Evidence } from '../model/evidence.ts'
import { paths } from '../paths.ts'

export interface BundleViewProps {
  readonly evidence: Evidence
  readonly inCase: readonly { readonly id: string; readonly personId: string | null; readonly name: string }[]
  readonly made: readonly {
    readonly at: Temporal.Instant
    readonly by: string
    readonly to: string
    readonly fingerprint: string
  }[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
}

/** Making the bundle: for whom, which files, which names are left out. Nothing is left out unless somebody chooses it. */
export function BundleView(props: BundleViewProps) {
  const { evidence, typed, errors } = props
  const { record, items } = evidence
  const files = items.filter((item) => item.file !== null && !item.file.erased && item.file.scan !== 'infected')
  return (
    <Page
      title="Make the bundle"
      caption={`${record.reference} ${record.title}`}
      errors={errors}
      back={{ href: paths.of.to(record.id), text: 'Back to the evidence' }}
      lede="Everything about this case as it stands now, for the police or a tribunal. What you give out, and to whom, is written down."
    >
      <Form>
        <Input name="to" label="For whom is it?" labelSize="s" value={typed.to} error={errors.to} />
        <Radios
          name="as"
          legend="What do you need?"
          legendSize="s"
          options={[
            {
              value: 'zip',
              text: 'A locked archive',
              hint: 'The document, the files, and a page that checks them without Kept.',
              conditional: (
                <PasswordInput
                  name="password"
                  label="Password of the archive"
                  labelSize="s"
                  hint="Tell it by telephone, never in the same message. It is not kept here: if it is lost, make another bundle."
                  autocomplete="new-password"
                  error={errors.password}
                />
              ),
            },
            { value: 'pdf', text: 'The document alone', hint: 'A PDF to read and to print.' },
          ]}
          value={typed.as}
          error={errors.as}
        />
        {files.length > 0 && (
          <Checkboxes
            name="files"
            legend="Which files go with it?"
            legendSize="s"
            small
            options={files.map((item) => ({ value: item.id, text: `${item.number}. ${item.title}` }))}
            value={typed.files}
          />
        )}
        <Checkboxes
          name="withheld"
          legend="Whose names are left out?"
          legendSize="s"
          hint="A number stands in their place, everywhere in the document. Look through it before you give it out."
          small
          options={people(props).map(([value, text]) => ({ value, text }))}
          value={typed.withheld}
        />
        <Textarea
          name="words"
          label="Other words to leave out (optional)"
          labelSize="s"
          hint="One in each line: an address, a nickname, a telephone number."
          rows={3}
          value={typed.words}
          error={errors.words}
        />
        <Button>Make the bundle</Button>
      </Form>
      {props.made.length > 0 && <Made {...props} />}
    </Page>
  )
}

function people({ evidence, inCase }: BundleViewProps): [string, string][] {
  const named = new Map(evidence.saying.names)
  for (const one of inCase) named.set(one.personId ?? one.id, one.name)
  return [...named].sort(([, one], [, other]) => one.localeCompare(other))
}

const Made = ({ made, now, evidence }: BundleViewProps) => (
  <Table
    caption="Bundles that were made"
    head={[{ says: 'When' }, { says: 'By' }, { says: 'For' }, { says: 'Fingerprint' }]}
    rows={made.map((one) => [
      { says: sayInstant(one.at, now, evidence.saying.zone) },
      { says: one.by },
      { says: one.to },
      { says: <code class="kept-break">{one.fingerprint}</code> },
    ])}
  />
)
