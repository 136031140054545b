import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { Teller } from './tellers.ts'
import { OTHER_WORRY } from './worry-ids.ts'

/** A choice of the pack's list of worries, in words for whoever reads it. */
export interface Worry {
  readonly id: string
  readonly text: string
  readonly hint: string | null
}

// What fits a child of an age. Adults are offered everything that the pack knows, less what is only for others.
const FOR_PUPILS: Readonly<Record<'young' | 'middle' | 'older', readonly string[]>> = {
  young: ['unkind', 'seen_something', 'contact', OTHER_WORRY],
  middle: ['unkind', 'seen_something', 'contact', 'picture', 'adult', 'password', OTHER_WORRY],
  older: ['unkind', 'seen_something', 'contact', 'picture', 'adult', 'password', 'threat', 'about_school', OTHER_WORRY],
}
const NOT_FOR: Readonly<Record<'parent' | 'staff' | 'someone', readonly string[]>> = {
  parent: ['offensive_email', 'virus'],
  staff: [],
  someone: ['offensive_email', 'virus', 'password'],
}

/** What one may choose from, in the order of the pack; something else is last. */
export function worriesFor(policy: PolicyInForce, teller: Teller): Worry[] {
  const values = (policy.pack.lists.worry?.values ?? []).filter((value) => !value.retired)
  const easy = teller === 'young' || teller === 'middle'
  const fits = (id: string): boolean =>
    teller === 'young' || teller === 'middle' || teller === 'older'
      ? FOR_PUPILS[teller].includes(id)
      : !NOT_FOR[teller].includes(id)
  const found = values
    .filter((value) => fits(value.id) && value.id !== OTHER_WORRY)
    .map((value) => ({
      id: value.id,
      text: textOf(value.says, easy ? 'en-easy' : 'en'),
      hint: value.hint === undefined || easy ? null : textOf(value.hint),
    }))
  const other = values.find((value) => value.id === OTHER_WORRY)
  const last = {
    id: OTHER_WORRY,
    text: other === undefined ? 'Something else' : textOf(other.says, easy ? 'en-easy' : 'en'),
    hint: null,
  }
  return [...found, last]
}

/** A worry as staff read it. */
export function sayWorry(policy: PolicyInForce, id: string | null): string {
  const value = policy.pack.lists.worry?.values.find((one) => one.id === id)
  return value === undefined ? '' : textOf(value.says)
}

/** A party as staff read it. */
export function sayParty(policy: PolicyInForce, party: string): string {
  if (party === 'class_teachers') return 'Class teacher'
  const says = policy.pack.parties[party.slice('party/'.length)]?.says
  return says === undefined ? party : textOf(says)
}

/** The posts that read concerns and have somebody instead when it is about their holder, for asking whom it is about. */
export function postsToKeepOut(policy: PolicyInForce): { value: string; text: string }[] {
  return (policy.pack.records.concern?.sight ?? []).flatMap((sight) => {
    if (sight.sees !== 'all' || sight.when !== undefined || !sight.who.startsWith('party/')) return []
    const id = sight.who.slice('party/'.length)
    const party = policy.pack.parties[id]
    return party?.kind === 'post' && party.instead !== undefined ? [{ value: id, text: textOf(party.says) }] : []
  })
}

/** Every worry of the pack, for filtering. */
export const allWorries = (policy: PolicyInForce): { value: string; text: string }[] =>
  (policy.pack.lists.worry?.values ?? []).map((value) => ({ value: value.id, text: textOf(value.says) }))
