import { sayLate, sayShortDay } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { CharacterCount } from '#ui/character-count/character-count.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { paths } from '../paths.ts'

export interface MissedViewProps {
  readonly id: string
  readonly title: string
  readonly owner: string
  readonly mayDo: boolean
  readonly rounds: readonly {
    readonly id: string
    readonly startsAt: Temporal.Instant
    readonly dueAt: Temporal.Instant
    readonly ticked: boolean
  }[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What was missed of one duty, to be settled together. */
export function MissedView(props: MissedViewProps) {
  const { rounds, errors } = props
  const last = rounds.at(-1)
  return (
    <Page
      title={props.title}
      caption={`Duty of: ${props.owner}`}
      lede={ledeOf(rounds.length)}
      back={{ href: paths.mine.to(), text: 'My duties' }}
      errors={errors}
    >
      {last === undefined ? (
        <EmptyState title="Nothing is waiting">No round of this duty has passed its date.</EmptyState>
      ) : (
        <>
          <InsetText>
            The last round can still be done, late:{' '}
            <a class="kept-link" href={paths.show.to(last.id)}>
              do it now
            </a>
            . What nobody did is settled as missed: it stays in the record as that, and the promise shows it until the
            next round is done.
          </InsetText>
          {props.mayDo ? <SettleForm {...props} /> : <Rounds {...props} />}
        </>
      )}
    </Page>
  )
}

const ledeOf = (count: number): string =>
  count === 0 ? 'Nobody has missed a round.' : count === 1 ? 'One round was missed.' : `${count} rounds were missed.`

function SettleForm(props: MissedViewProps) {
  const { id, rounds, typed, errors } = props
  return (
    <Form action={paths.missed.to(id)} attributes={{ 'data-module': 'kept-choose' }}>
      <CharacterCount
        name="reason"
        label="Why were they missed?"
        labelSize="s"
        hint="One reason for all that you settle now. Do not write names that nobody needs."
        rows={3}
        maxlength={1000}
        threshold={75}
        value={typed.reason}
        error={errors.reason}
      />
      {errors.ids && (
        <p class="govuk-error-message" id="ids">
          <span class="govuk-visually-hidden">Error: </span>
          {errors.ids}
        </p>
      )}
      <Rounds {...props} />
      <ButtonGroup>
        <Button preventDoubleClick>Settle those with a tick</Button>
        <Button name="all" value="yes" variant="secondary" preventDoubleClick>
          {rounds.length === 1 ? 'Settle it' : `Settle all ${rounds.length}`}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

function Rounds({ rounds, mayDo, now, zone }: MissedViewProps) {
  const day = (at: Temporal.Instant) =>
    sayShortDay(at.toZonedDateTimeISO(zone).toPlainDate(), now.toZonedDateTimeISO(zone).toPlainDate())
  return (
    <div class="kept-missed">
      <DataTable
        caption="Rounds that were missed, the oldest first"
        cards
        whole
        choose={mayDo ? 'ids' : undefined}
        columns={[{ says: 'Due', card: 'head' }, { says: 'Began' }, { says: 'Standing', card: 'state' }]}
        rows={rounds.map((round) => ({
          cells: [
            day(round.dueAt),
            day(round.startsAt),
            <StatePill state="late">{sayLate(round.dueAt, now, zone)}</StatePill>,
          ],
          choose: { value: round.id, label: `The round due ${day(round.dueAt)}`, checked: round.ticked },
        }))}
      />
    </div>
  )
}
