import { countOf } from '#core/calendar/say-date.ts'
import type { ClauseChange } from '#pack/compare/clauses.ts'
import type { Difference } from '#pack/compare/difference.ts'
import type { ThingChange } from '#pack/compare/things.ts'
import type { SaidSection } from '../types.ts'
import { Marks } from './marks.tsx'

export interface ChangeListProps {
  readonly sections: readonly SaidSection[]
  readonly whole: readonly string[]
  /** Where one section alone stands, when there is too much for one page. */
  readonly pageOf: (section: string) => string
  /** The section that is asked for; empty for all of them. */
  readonly shown: string
}

/** So many changes are read on one page; more are shown a section at a time. */
const AT_ONCE = 120
const WHOLE = 'whole'
const REST = 'rest'

/** What differs, section by section: clauses with their marks, and what keeps them in plain words. */
export function ChangeList({ sections, whole, pageOf, shown }: ChangeListProps) {
  const count = sections.reduce((sum, section) => sum + section.clauses.length + section.things.length, whole.length)
  if (count <= AT_ONCE) return <Changes sections={sections} whole={whole} />
  const one = sections.filter(({ id }) => (id ?? REST) === shown)
  if (one.length > 0) return <Changes sections={one} whole={[]} />
  if (shown === WHOLE) return <Changes sections={[]} whole={whole} />
  return <BySection sections={sections} whole={whole} pageOf={pageOf} count={count} />
}

function BySection({ sections, whole, pageOf, count }: Omit<ChangeListProps, 'shown'> & { readonly count: number }) {
  const lines = [
    ...(whole.length === 0
      ? []
      : [{ key: WHOLE, title: 'The policy as a whole', says: countOf(whole.length, 'change') }]),
    ...sections.map((section) => ({ key: section.id ?? REST, title: section.title, says: saySection(section) })),
  ]
  return (
    <>
      <p class="govuk-body">There are {count} changes. Read them section by section.</p>
      <ul class="kept-parts kept-parts--sheet">
        {lines.map((line) => (
          <li class="kept-parts__one">
            <a class="govuk-link" href={pageOf(line.key)}>
              {line.title}
            </a>
            <span class="kept-meta">{line.says}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const saySection = ({ clauses, things }: SaidSection): string =>
  [
    ...(['added', 'removed', 'changed'] as const).flatMap((change) => {
      const own = clauses.filter((clause) => clause.change === change).length
      return own === 0 ? [] : [`${countOf(own, 'clause')} ${COUNTED[change]}`]
    }),
    ...(things.length === 0 ? [] : [`${countOf(things.length, 'change')} in what keeps them`]),
  ].join(', ')

const COUNTED = { added: 'new', removed: 'gone', changed: 'changed' } as const

function Changes({ sections, whole }: Pick<ChangeListProps, 'sections' | 'whole'>) {
  return (
    <>
      {whole.length > 0 && (
        <section aria-labelledby="change-whole">
          <h2 class="govuk-heading-m" id="change-whole">
            The policy as a whole
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {whole.map((says) => (
              <li>{says}</li>
            ))}
          </ul>
        </section>
      )}
      {sections.map((section, index) => (
        <section aria-labelledby={`change-${index}`}>
          <h2 class="govuk-heading-m" id={`change-${index}`}>
            {section.title}
          </h2>
          {section.clauses.map((clause) => (
            <ChangedClause clause={clause} />
          ))}
          {section.things.map((thing) => (
            <ChangedThing thing={thing} />
          ))}
        </section>
      ))}
    </>
  )
}

const KIND = { added: 'New', removed: 'No longer there', changed: 'Changed' } as const
const CLASS = {
  added: 'kept-change kept-change--new',
  removed: 'kept-change kept-change--gone',
  changed: 'kept-change',
} as const

/** One clause that came, went or reads differently. */
function ChangedClause({ clause }: { readonly clause: ClauseChange }) {
  return (
    <div class={CLASS[clause.change]} id={`clause-${clause.id}`}>
      <p class="govuk-body-s">
        <strong>{clause.id}</strong> {KIND[clause.change]}
      </p>
      <p class="govuk-body">{clause.marks.length > 0 ? <Marks marks={clause.marks} /> : clause.after}</p>
      <Lines lines={clause.says.map((says) => `${clause.id} ${says}`)} />
    </div>
  )
}

function ChangedThing({ thing }: { readonly thing: ThingChange }) {
  return (
    <div class={CLASS[thing.change]}>
      <p class="govuk-body-s">
        <strong>{thing.title}</strong> {KIND[thing.change]}
      </p>
      {thing.says !== '' && <p class="govuk-body">{thing.says}</p>}
      {thing.differences.map((one) => (
        <OneDifference one={one} />
      ))}
    </div>
  )
}

function OneDifference({ one }: { readonly one: Difference }) {
  return (
    <>
      <p class="govuk-body">{sentence(one.says)}</p>
      {one.marks.length > 0 && (
        <p class="govuk-body">
          <Marks marks={one.marks} />
        </p>
      )}
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <ul class="govuk-list">
      {lines.map((line) => (
        <li>{sentence(line)}</li>
      ))}
    </ul>
  )
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? '' : '.'}`
