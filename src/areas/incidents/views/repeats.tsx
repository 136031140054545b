import { Details } from '#ui/details/details.tsx'
import { paths } from '../paths.ts'
import type { Repeat } from '../repeat.ts'

export interface RepeatsProps {
  readonly repeats: readonly Repeat[]
  readonly cases: number
  readonly weeks: number
}

/** Pupils with several cases of late: small things that are one pattern. Nothing is drawn where there are none. */
export function Repeats({ repeats, cases, weeks }: RepeatsProps) {
  if (repeats.length === 0) return null
  const who = repeats.length === 1 ? '1 pupil is' : `${repeats.length} pupils are`
  return (
    <Details summary={`${who} in ${cases} or more cases of the last ${weeks} weeks`}>
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
        Counted are open and closed cases that you may read, whatever the pupil’s part in them. Your policy sets no
        number: {cases} in {weeks} weeks is what Kept takes, about half a term.
      </p>
    </Details>
  )
}
