import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'

export interface ConflictViewProps {
  readonly action: string
  readonly keep: string
  readonly revision: number
  readonly edit: string
  readonly place: string
  readonly changes: readonly { readonly who: string; readonly when: string; readonly says: string }[]
  readonly meets: readonly {
    readonly about: string
    readonly before: string
    readonly theirs: string
    readonly yours: string
  }[]
}

/** Two people changed the same thing: both are shown, and whoever came second says which stands. */
export function ConflictView(props: ConflictViewProps) {
  return (
    <Page
      title="Somebody else changed this meanwhile"
      lede="Nothing is lost: here is what stands now and what you wrote. Say which of them holds."
    >
      <h2 class="govuk-heading-m">What happened since you opened the page</h2>
      <ul class="govuk-list govuk-list--bullet">
        {props.changes.map((change) => (
          <li>
            {change.who}, {change.when}: {change.says}
          </li>
        ))}
      </ul>
      {props.meets.map((met) => (
        <>
          <h2 class="govuk-heading-m">{met.about}</h2>
          <SummaryList
            rows={[
              { key: 'Before', value: met.before },
              { key: 'It stands now', value: met.theirs },
              { key: 'You wrote', value: met.yours },
            ]}
          />
        </>
      ))}
      <Form action={props.action}>
        <input type="hidden" name="edit" value={props.edit} />
        <input type="hidden" name="place" value={props.place} />
        <input type="hidden" name="based" value={String(props.revision)} />
        <ButtonGroup>
          <Button preventDoubleClick>Put mine in place</Button>
          <Button href={props.keep} variant="secondary">
            Keep what stands now
          </Button>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
