import type { ClauseChange } from '#pack/compare/clauses.ts'
import type { Difference } from '#pack/compare/difference.ts'
import type { ThingChange } from '#pack/compare/things.ts'
import type { SaidSection } from '../types.ts'
import { Marks } from './marks.tsx'

export interface ChangeListProps {
  readonly sections: readonly SaidSection[]
  readonly whole: readonly string[]
}

/** What differs, section by section: clauses with their marks, and what keeps them in plain words. */
export function ChangeList({ sections, whole }: ChangeListProps) {
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
export function ChangedClause({ clause }: { readonly clause: ClauseChange }) {
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
