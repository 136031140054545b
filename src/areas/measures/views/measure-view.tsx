import { sayFullInstant, sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Layout, Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import type { CheckAsks } from '../forms.ts'
import type { AtSchool } from '../known.ts'
import type { MeasureLine } from '../lines.ts'
import { clauseHref, paths } from '../paths.ts'
import { CheckForm } from './check-form.tsx'
import type { PastCheck } from './history.tsx'
import { History } from './history.tsx'

export interface MeasureViewProps {
  readonly line: MeasureLine
  readonly sentence: string | null
  /** Who checks it, in words. */
  readonly checkers: string | null
  readonly values: readonly { readonly name: string; readonly says: string; readonly set: string }[]
  readonly schools: readonly AtSchool[]
  readonly history: readonly PastCheck[]
  /** The schools in it are those for which the person who looks may check. */
  readonly asks: CheckAsks
  readonly standsIn: boolean
  /** How many exceptions lift it now, and until when; no names. */
  readonly lifted: { readonly count: number; readonly until: Temporal.Instant | null } | null
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** One measure. */
export function MeasureView(props: MeasureViewProps) {
  const { line } = props
  return (
    <Page
      title={line.title}
      caption={`Measure held by: ${line.holder}`}
      back={{ href: paths.list.to(), text: 'Measures' }}
      lede={props.sentence ?? undefined}
      errors={props.errors}
    >
      <Layout side={<History {...props} />} sideLabel="What was seen before">
        {props.lifted !== null && <Lifted {...props} lifted={props.lifted} />}
        <Standing {...props} />
        <Section id="check" title="Say how it stands" size="m">
          <Check {...props} />
        </Section>
      </Layout>
    </Page>
  )
}

function Lifted({
  lifted,
  now,
  zone,
}: Pick<MeasureViewProps, 'now' | 'zone'> & { readonly lifted: NonNullable<MeasureViewProps['lifted']> }) {
  const until = lifted.until === null ? 'until somebody ends it' : `until ${sayInstant(lifted.until, now, zone)}`
  return (
    <Alert voice="notice" title="An exception lifts this for somebody">
      {lifted.count === 1 ? 'One is' : `${lifted.count} are`} in force, {until}.
    </Alert>
  )
}

function Standing(props: MeasureViewProps) {
  const { line, now, zone } = props
  const several = props.schools.length > 1
  return (
    <>
      <SummaryList
        rows={[
          { key: 'How it stands', value: <Pill state={line.state} /> },
          { key: 'In words', value: line.says },
          several && {
            key: 'At each school',
            value: (
              <ul class="kept-list kept-rows">
                {props.schools.map(({ school, standing }) => (
                  <li>
                    <Pill state={standing.state === 'no_evidence' ? 'none' : standing.state} /> {school}
                  </li>
                ))}
              </ul>
            ),
          },
          line.next !== null && { key: 'Next check', value: `by ${sayInstant(line.next, now, zone)}` },
          { key: 'Asked by', value: <Clauses clauses={line.clauses} /> },
        ]}
      />
      {props.schools.map(({ school, standing }) => (
        <Broken school={several ? school : null} said={standing.said} asOf={standing.asOf} zone={zone} />
      ))}
      {props.values.length > 0 && (
        <Section id="values" title="What the policy sets" size="m">
          <SummaryList rows={props.values.map((value) => ({ key: value.says, value: value.set }))} />
        </Section>
      )}
    </>
  )
}

const Pill = ({ state }: { readonly state: MeasureLine['state'] }) => (
  <StatePill state={state} proof={state === 'kept' ? 'attested' : undefined} />
)

interface BrokenProps {
  readonly school: string | null
  readonly said: string | null
  readonly asOf: string | null
  readonly zone: string
}

function Broken({ school, said, asOf, zone }: BrokenProps) {
  if (said === null || asOf === null) return null
  return (
    <InsetText>
      {`${school === null ? 'It' : `At ${school} it`} does not hold, seen ${sayFullInstant(Temporal.Instant.from(asOf), zone)}: `}
      {said}
    </InsetText>
  )
}

const Clauses = ({ clauses }: { readonly clauses: readonly string[] }) => (
  <>
    {clauses.map((clause) => (
      <>
        <ClauseChip clause={clause} href={clauseHref(clause)} />{' '}
      </>
    ))}
  </>
)

function Check(props: MeasureViewProps) {
  const { checkers, asks } = props
  if (checkers === null)
    return <InsetText>The policy names nobody who checks this, so nothing can be said about it here.</InsetText>
  if (asks.schools.length === 0)
    return (
      <InsetText>{`${checkers}, or whoever stands in, says how it stands. Whoever holds it does not check it.`}</InsetText>
    )
  if (asks.proofs.length === 0)
    return <InsetText>Only the other system itself may report on this, and it is not connected yet.</InsetText>
  return <CheckForm id={props.line.id} {...props} />
}
