import { Card } from '#ui/card/card.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Layout, Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Proof, State } from '#ui/square/square.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { paths } from '../paths.ts'

/** One control of a clause: its sentence and how it stands. */
export interface ControlRow {
  readonly ref: string
  readonly sentence: string
  readonly state: State
  readonly proof: Proof | null
  readonly says: string
}

export interface ClauseViewProps {
  readonly clause: {
    readonly id: string
    readonly section: string
    readonly says: string
    readonly kind: string
    readonly strength: string
    readonly binds: string
  }
  readonly state: State
  readonly proof: Proof | null
  readonly because: string
  readonly controls: readonly ControlRow[]
  readonly planned: readonly string[]
  /** Statements that say it without keeping it. */
  readonly alsoSaid: readonly { readonly agreement: string; readonly says: string }[]
  readonly records: readonly {
    readonly when: string
    readonly what: string
    readonly who: string
    readonly href: string | null
  }[]
  readonly version: string
}

const STRENGTHS: Readonly<Record<string, string>> = {
  must: 'Must',
  should: 'Should: never shown red',
  may: 'May: a choice',
}

/** One clause: what it promises, how it is kept, and what has been recorded under it. */
export function ClauseView(props: ClauseViewProps) {
  const { clause } = props
  return (
    <Page
      title={`Clause ${clause.id}`}
      caption={clause.section}
      lede={clause.says}
      back={{ href: paths.board.to(), text: 'The promise board' }}
    >
      <Layout side={<About {...props} />} sideLabel="About this clause">
        <p class="govuk-body-l">
          <StatePill state={props.state} proof={props.proof ?? undefined} /> {props.because}
        </p>
        <Section id="how" title="How it is kept">
          {props.controls.length === 0 ? (
            <NotYet planned={props.planned} />
          ) : (
            props.controls.map((control) => <Control {...control} />)
          )}
        </Section>
        {props.alsoSaid.length > 0 && (
          <Section id="said" title="Also said in the agreements">
            <p class="govuk-body">A signature under these statements does not count as keeping the clause.</p>
            <ul class="govuk-list govuk-list--bullet">
              {props.alsoSaid.map(({ agreement, says }) => (
                <li>
                  {agreement}: “{says}”
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section id="records" title="Recorded under it">
          <DataTable
            caption="Latest first; only what you may see"
            columns={[{ says: 'When', nowrap: true }, { says: 'What' }, { says: 'Who' }]}
            rows={props.records.map((row) => ({
              cells: [
                row.when,
                row.href === null ? (
                  row.what
                ) : (
                  <a class="govuk-link" href={row.href}>
                    {row.what}
                  </a>
                ),
                row.who,
              ],
            }))}
            empty={
              <EmptyState title="Nothing yet">
                Records appear here as soon as somebody does something under this clause.
              </EmptyState>
            }
          />
        </Section>
      </Layout>
    </Page>
  )
}

function Control({ ref, sentence, state, proof, says }: ControlRow) {
  return (
    <Card size="s" title={sentence} end={<StatePill state={state} proof={proof ?? undefined} />}>
      <p class="govuk-body-s">{says}</p>
      <p class="kept-meta">
        <code>{ref}</code>
      </p>
    </Card>
  )
}

function NotYet({ planned }: Pick<ClauseViewProps, 'planned'>) {
  return (
    <EmptyState title="No control is built for this yet">
      {planned.length === 0 ? 'None is named either.' : `Named to come: ${planned.join(', ')}.`}
    </EmptyState>
  )
}

function About({ clause, version }: ClauseViewProps) {
  return (
    <SummaryList
      rows={[
        { key: 'Kind of rule', value: clause.kind },
        { key: 'Strength', value: STRENGTHS[clause.strength] ?? clause.strength },
        { key: 'Binds', value: clause.binds === '' ? 'Not stated' : clause.binds },
        { key: 'Version', value: version },
      ]}
    />
  )
}
