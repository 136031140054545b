import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { PasswordInput } from '#ui/password-input/password-input.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import type { Asked } from '../model/entry.ts'
import { entryKinds } from '../model/entry-kinds.ts'
import type { FoundEntry } from '../model/item.ts'
import { type Saying, sayEntry, sayFields, sayParty } from '../say.ts'

export interface SignViewProps {
  readonly entry: FoundEntry
  readonly asked: Asked
  readonly about: string
  readonly fingerprint: string | null
  readonly saying: Saying
  readonly back: string
  /** Nobody has a password in the sample school. */
  readonly sample: boolean
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** One person signs one entry, in their own name, whoever is signed in at this screen. */
export function SignView(props: SignViewProps) {
  const { entry, asked, saying, errors } = props
  const name = sayParty(asked.by, saying)
  const known = asked.by.personId !== null
  return (
    <Page
      title={`${name} signs`}
      caption={props.about}
      errors={errors}
      back={props.back}
      lede={`${asked.says}. Read it, then sign. Nobody else can sign for you, and you stay signed in as you are.`}
    >
      <SummaryList
        rows={[
          { key: 'What', value: sayEntry(entry, saying) },
          { key: 'When', value: sayFullInstant(entry.at, saying.zone) },
          ...sayFields(entryKinds[entry.kind].fields, entry.fields, saying),
          ...(props.fingerprint === null
            ? []
            : [{ key: 'Fingerprint of the file', value: <code>{props.fingerprint}</code> }]),
        ]}
      />
      {known && (
        <Form>
          <input type="hidden" name="how" value="password" />
          {props.sample ? (
            <InsetText>
              In the sample school nobody has a password. At a real school {name} types their own here.
            </InsetText>
          ) : (
            <PasswordInput
              name="password"
              label={`Password of ${name}`}
              labelSize="s"
              autocomplete="off"
              error={errors.password}
            />
          )}
          <Button preventDoubleClick>Sign as {name}</Button>
        </Form>
      )}
      <Paper {...props} open={!known} />
    </Page>
  )
}

function Paper({ typed, errors, open }: SignViewProps & { readonly open: boolean }) {
  const form = (
    <Form>
      <input type="hidden" name="how" value="paper" />
      <Input
        name="paper"
        label="Where is the sheet that they signed?"
        hint="Print the receipt, let them sign it, and keep it with the case."
        value={typed.paper}
        error={errors.paper}
      />
      <Button variant="secondary" preventDoubleClick>
        They signed on paper
      </Button>
    </Form>
  )
  return open || errors.paper !== undefined ? form : <Details summary="They signed on paper">{form}</Details>
}
