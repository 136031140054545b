import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'

export interface RecordLinksProps {
  readonly reference: string
  readonly back: string
  readonly people: readonly {
    readonly personId: string
    readonly described: string
    readonly assent: string
    readonly title: string
    readonly says: string
    readonly answered: boolean
  }[]
  /** The link that was made just now: shown this once. */
  readonly made: { readonly href: string; readonly described: string; readonly until: string } | null
}

/** Asking those who are only described in a record: a link for each, which they use once. */
export function RecordLinksView({ reference, back, people, made }: RecordLinksProps) {
  return (
    <Page
      title="Ask by a link"
      caption={reference}
      back={{ href: back, text: `Back to ${reference}` }}
      lede="Whoever is named without being known to the school answers through a link of their own. It works once."
    >
      {made !== null && (
        <Card title={`The link for ${made.described}`} size="m">
          <p class="govuk-body">
            Give it to nobody else. It is shown only now, and works until {made.until} or until it is answered.
          </p>
          <p class="govuk-body">
            <code class="kept-typed">{made.href}</code>
          </p>
        </Card>
      )}
      {people.length === 0 && (
        <EmptyState title="Nobody to ask">Everybody who is asked is known to the school by name.</EmptyState>
      )}
      {people.map((one) => (
        <Card title={one.described} size="m">
          <p class="govuk-body">{one.title}</p>
          <p class="govuk-body">{one.says}</p>
          {!one.answered && (
            <Form>
              <input type="hidden" name="person" value={one.personId} />
              <input type="hidden" name="assent" value={one.assent} />
              <Button variant="secondary" preventDoubleClick>
                Make a link<span class="govuk-visually-hidden"> for {one.described}</span>
              </Button>
            </Form>
          )}
        </Card>
      ))}
    </Page>
  )
}
