import { Icon, type IconName } from '../icon/icon.tsx'
import { cx, type Words } from '../words.ts'

/** How a child stands on signing day. */
export type SigningState = 'signed' | 'waiting' | 'todo' | 'away' | 'help'

export interface Signer {
  readonly name: Words
  readonly href: string
  readonly state: SigningState
  /** The usual word of the state unless told. */
  readonly says?: Words
}

const marks: Readonly<Record<SigningState, { readonly icon: IconName; readonly says: string }>> = {
  signed: { icon: 'tick', says: 'Signed' },
  waiting: { icon: 'wifi', says: 'Saved' },
  todo: { icon: 'pen', says: 'Your turn' },
  away: { icon: 'home', says: 'Away' },
  help: { icon: 'people', says: 'With help' },
}

/** The names of a class on signing day, each with how it stands. */
export function SigningRoll({ items }: { readonly items: readonly Signer[] }) {
  return (
    <ul class="kept-roll">
      {items.map((item) => (
        <SigningRow {...item} />
      ))}
    </ul>
  )
}

/** One name of the roll. */
function SigningRow({ name, href, state, says }: Signer) {
  return (
    <li class={cx(state)}>
      <a href={href}>
        {name}
        <small>
          <Icon name={marks[state].icon} />
          {says ?? marks[state].says}
        </small>
      </a>
    </li>
  )
}
