import { say } from '#core/messages/say.ts'
import { StatePill } from '#ui/state-pill/state-pill.tsx'

/** One of those for whom somebody signs. */
export interface SwitcherCard {
  readonly name: string
  readonly self: boolean
  readonly year: string | null
  readonly state: 'signed' | 'now' | 'next' | 'talk' | 'back'
  readonly href: string
}

const SQUARES = { signed: 'kept', now: 'due', next: 'none', talk: 'published', back: 'published' } as const

/** The children of a family side by side, each with how it stands; one alone needs no switching. */
export function PeopleSwitcher({ people }: { readonly people: readonly SwitcherCard[] }) {
  if (people.length < 2) return null
  return (
    <ul class="kept-children" aria-label={say('en', 'agreement.people')}>
      {people.map((one) => (
        <li>
          <a href={one.href} aria-current={one.state === 'now' ? 'step' : undefined}>
            <b>{one.self ? say('en', 'agreement.you') : one.name}</b>
            {one.year !== null && <span>{one.year}</span>}
            <StatePill state={SQUARES[one.state]}>{say('en', `agreement.state.${one.state}`)}</StatePill>
          </a>
        </li>
      ))}
    </ul>
  )
}
