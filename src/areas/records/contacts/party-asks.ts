import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { idOf } from '#pack/engines/flow/chart.ts'
import type { Telling } from '#pack/engines/flow/tells.ts'
import { upper, Words } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Way } from './contact.ts'

/** What is asked about a contact with a party: of a body outside, what the policy keeps of it. */
export interface PartyAsks {
  readonly ways: readonly Way[]
  readonly person: boolean
  readonly reference: boolean
  /** What an answer is called, where one is kept. */
  readonly reply: string | null
}

/** What to ask about a contact with a party of the policy, or with parents. */
export function asksOf(pack: Pack, party: string): PartyAsks {
  const found = party.startsWith('party/') ? pack.parties[idOf(party)] : undefined
  if (found?.kind !== 'outside')
    return { ways: ['phone', 'in_person', 'mail', 'post'], person: true, reference: false, reply: 'What did they say?' }
  const { keep, contacts } = found
  return {
    ways: contacts,
    person: keep.includes('person'),
    reference: keep.includes('reference'),
    reply: keep.includes('advice')
      ? 'What did they say or advise?'
      : keep.includes('reply')
        ? 'What did they answer?'
        : null,
  }
}

/** Who is meant, as the beginning of a line. */
export function sayTelling(
  policy: PolicyInForce,
  { party, about }: Telling,
  names: ReadonlyMap<string, string>,
): string {
  if (party === 'parents' && about !== null)
    return `The parents or carers of ${names.get(about) ?? about.replace(/^described:/, '')}`
  const known = party.startsWith('party/') ? policy.pack.parties[idOf(party)] : undefined
  return known === undefined ? upper(new Words(policy.pack, 'en').one(party)) : upper(textOf(known.says))
}

/** The people whose names `sayTelling` needs. */
export const abouts = (tellings: readonly Pick<Telling, 'about'>[]): string[] =>
  tellings.flatMap(({ about }) => (about === null || about.startsWith('described:') ? [] : [about]))

/** How somebody was reached, in words. */
export const sayWay: Readonly<Record<Way, string>> = {
  phone: 'by telephone',
  mail: 'by e-mail',
  web: 'by their web form',
  post: 'by letter',
  in_person: 'in person',
}
