import { sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { GlassLine } from './list-glass.ts'
import { glassPaths } from './paths.ts'

interface GlassListProps {
  readonly lines: readonly GlassLine[]
  readonly me: string
  /** The policy lets a post of theirs do it. */
  readonly may: boolean
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What was opened in an emergency, and a form to open one. */
export function GlassListView(props: GlassListProps) {
  const { lines, now, zone } = props
  return (
    <Page
      title="Opening a case in an emergency"
      errors={props.errors}
      back={{ href: '/incidents', text: 'Incidents' }}
      lede="When a child needs it now and nobody who handles the case can be reached. It ends by itself, a second person is told at once, and every look is written down."
    >
      {props.may ? (
        <Break {...props} />
      ) : (
        <p class="govuk-body">The policy does not let your posts open a case this way.</p>
      )}
      <DataTable
        caption="What was opened, newest first"
        whole
        cards
        columns={[
          { says: 'Case', card: 'head' },
          { says: 'Who' },
          { says: 'When', nowrap: true },
          { says: 'Looked at afterwards', card: 'state' },
        ]}
        rows={lines.map((line) => ({
          cells: [
            <a href={glassPaths.one.to(line.id)}>{line.reference}</a>,
            line.personId === props.me ? 'You' : line.name,
            sayInstant(line.openedAt, now, zone),
            sayReview(line),
          ],
        }))}
        empty={
          <EmptyState title="Nothing has been opened">
            What you opened, or have to look at afterwards, is listed here.
          </EmptyState>
        }
      />
    </Page>
  )
}

const sayReview = (line: GlassLine): string =>
  line.reviewed === null
    ? line.mine
      ? 'Waits for you'
      : 'Not yet'
    : line.reviewed.found === 'right'
      ? 'It was right'
      : 'It was not right'

function Break({ typed, errors }: GlassListProps) {
  return (
    <Card title="Open a case" size="m" sand>
      <Form>
        <Input
          name="reference"
          label="Number of the case"
          hint="For instance INC-0012"
          value={typed.reference}
          error={errors.reference}
          autocomplete="off"
          width={10}
        />
        <Textarea
          name="reason"
          label="Why do you have to see it now?"
          labelSize="s"
          value={typed.reason}
          error={errors.reason}
          rows={4}
        />
        <Button variant="warning" preventDoubleClick>
          Open it
        </Button>
      </Form>
    </Card>
  )
}
