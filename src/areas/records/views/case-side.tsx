import { sayInstant } from '#core/calendar/say-date.ts'
import { Card } from '#ui/card/card.tsx'
import { Chronology } from '#ui/chronology/chronology.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import type { CaseViewProps } from './case-view.tsx'

/** What stands beside a case: who can see it, what happened, what it touches. */
export function Side(props: CaseViewProps) {
  return (
    <>
      <Card title="Who can see this">
        {props.readers.map((reader) => (
          <p>
            <strong>{reader.name}</strong>, {reader.what}
          </p>
        ))}
        {props.walls > 0 && (
          <p>
            {props.walls === 1 ? 'A wall stands for one person' : `Walls stand for ${props.walls} people`}, who cannot
            see it or act in it.
          </p>
        )}
        <p class="kept-meta">
          Each look is written down.{' '}
          <a class="govuk-link kept-noprint" href={props.home.paths.looks.to(props.id)}>
            {props.looks} so far
          </a>
          .
        </p>
        <p class="kept-meta kept-noprint">
          <a class="govuk-link" href={props.home.paths.walls.to(props.id)}>
            Conflicts of interest
          </a>
        </p>
      </Card>
      <Card id="chronology" title="Chronology">
        <Chronology
          items={props.happened.map((one) => ({
            when: sayInstant(one.at, props.now, props.zone),
            datetime: one.at.toString(),
            what: one.what,
            who: one.who ?? undefined,
            kind: 'answer' as const,
          }))}
        />
      </Card>
      <Card title="What it touches">
        <p>
          {props.clauses.map((clause) => (
            <>
              <ClauseChip clause={clause} href={`/policy/clauses/${clause}`} />{' '}
            </>
          ))}
        </p>
        <p class="kept-meta">Policy version {props.version}, in force when it was opened.</p>
      </Card>
    </>
  )
}

/** Who was told of a case, and when. */
export function Told({ told, now, zone }: CaseViewProps) {
  return (
    <Chronology
      items={told.map((one) => ({
        when: sayInstant(one.at, now, zone),
        datetime: one.at.toString(),
        what: one.name,
        who: one.says,
      }))}
    />
  )
}
