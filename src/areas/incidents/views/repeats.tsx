import { Details } from '#ui/details/details.tsx'
import { paths } from '../paths.ts'
import type { Repeat } from '../repeat.ts'

export interface RepeatsProps {
  readonly repeats: readonly Repeat[]
  readonly rule: {
    readonly cases: number
    readonly within: string
    /** Null where the policy in force says nothing of it. */
    readonly source: 'stated' | 'inferred' | 'school' | null
  }
}

/** Pupils with several cases of late: small things that are one pattern. Nothing is drawn where there are none. */
export function Repeats({ repeats, rule }: RepeatsProps) {
  if (repeats.length === 0) return null
  const who = repeats.length === 1 ? '1 pupil is' : `${repeats.length} pupils are`
  return (
    <Details summary={`${who} in ${rule.cases} or more cases of the last ${rule.within}`}>
      <ul class="govuk-list govuk-list--bullet">
        {repeats.map((one) => (
          <li>
            {one.name}:{' '}
            {one.cases.map((each, at) => (
              <>
                {at > 0 && '; '}
                <a class="kept-link" href={paths.show.to(each.id)}>
                  {each.reference}
                </a>{' '}
                ({each.part.toLowerCase()})
              </>
            ))}
          </li>
        ))}
      </ul>
      <p class="kept-meta">
        Counted are open and closed cases that you may read, whatever the pupil’s part in them. {sayWhoSets(rule)}
      </p>
    </Details>
  )
}

function sayWhoSets({ cases, within, source }: RepeatsProps['rule']): string {
  const numbers = `${cases} cases in ${within}`
  if (source === 'stated') return `Your policy sets the number: ${numbers}.`
  if (source === 'inferred') return `Your policy is read so: ${numbers}.`
  if (source === 'school') return `Your policy states no number: ${numbers} is what your school chose.`
  return `Your policy sets no number: ${numbers} is what Kept takes, about half a term.`
}
