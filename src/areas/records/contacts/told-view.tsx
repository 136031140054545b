import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Select } from '#ui/select/select.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { RecordHome } from '../home.ts'
import type { Case } from '../queries/read-case.ts'
import type { Offered } from './offered.ts'
import { asksOf } from './party-asks.ts'
import { SaidFields } from './said-fields.tsx'

interface ToldViewProps {
  readonly home: RecordHome
  readonly one: Case
  readonly offered: readonly Offered[]
  readonly chosen: Offered | null
}

/** Whom somebody told. */
export function ChooseView({ home, one, offered }: ToldViewProps) {
  return (
    <Page
      title="Who was told?"
      caption={one.reference}
      back={{ href: home.paths.show.to(one.id), text: `Back to the ${home.noun}` }}
      lede="Or who was not told, and why. It stays in the case with your name."
    >
      <form method="get" action={home.paths.told.to(one.id)}>
        <Select
          name="to"
          label="Who?"
          labelSize="s"
          options={[{ value: '', text: 'Choose one' }, ...offered.map(({ value, says }) => ({ value, text: says }))]}
        />
        <Button>Go on</Button>
      </form>
    </Page>
  )
}

/** Whether somebody was told, and when and how, or why not. */
export function ToldView(
  props: ToldViewProps & { readonly typed: Typed; readonly errors: Readonly<Record<string, string>> },
) {
  const { home, one, chosen, typed, errors } = props
  const says = chosen?.says ?? ''
  return (
    <Page
      title={`${says}: were they told?`}
      heading={says}
      caption={one.reference}
      errors={errors}
      back={{ href: home.paths.show.to(one.id), text: `Back to the ${home.noun}` }}
    >
      <Form>
        <HowFields one={one} party={chosen?.telling.party ?? ''} typed={typed} errors={errors} />
        <Button preventDoubleClick>Write it down</Button>
        <p class="kept-meta">Nothing is overwritten: a mistake is corrected, with the reason.</p>
      </Form>
    </Page>
  )
}

/** The question whether somebody was told, with what each answer asks. */
export function HowFields({
  one,
  party,
  typed,
  errors,
}: {
  readonly one: Pick<Case, 'policy'>
  readonly party: string
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}) {
  return (
    <Radios
      name="how"
      legend="Were they told?"
      legendSize="m"
      value={typed.how}
      error={errors.how}
      options={[
        {
          value: 'told',
          text: 'Yes',
          conditional: (
            <SaidFields
              name="told"
              asks={asksOf(one.policy.pack, party)}
              typed={typed}
              errors={errors}
              when="When were they told?"
              saidTo="What were they told?"
            />
          ),
        },
        {
          value: 'not_told',
          text: 'No',
          conditional: (
            <Textarea
              name="because"
              label="Why were they not told?"
              labelSize="s"
              hint="For instance because it would put the child at risk, or because the police advised against it."
              rows={3}
              value={typed.because}
              error={errors.because}
            />
          ),
        },
      ]}
    />
  )
}
