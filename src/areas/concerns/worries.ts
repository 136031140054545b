import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { ListValue, PictureId } from '#pack/types/list.ts'
import type { PersonKind } from '#pack/types/party.ts'
import type { Teller } from './tellers.ts'
import { oldestOf } from './tellers.ts'
import { OTHER_WORRY } from './worry-ids.ts'

/** A choice of the pack's list of worries, in words for whoever reads it. */
export interface Worry {
  readonly id: string
  readonly text: string
  readonly hint: string | null
  readonly picture: PictureId | null
}

/** Who a teller may be, by what the page asked. Somebody else may be of any kind that is neither of these. */
export const KINDS: Readonly<Record<Teller, readonly PersonKind[]>> = {
  young: ['pupil'],
  middle: ['pupil'],
  older: ['pupil'],
  parent: ['parent'],
  staff: ['staff'],
  someone: ['governor', 'visitor', 'volunteer'],
}

/** What one may choose from, in the order of the pack; something else is last. */
export function worriesFor(policy: Pick<PolicyInForce, 'pack'>, teller: Teller): Worry[] {
  const values = (policy.pack.lists.worry?.values ?? []).filter((value) => !value.retired)
  const easy = teller === 'young' || teller === 'middle'
  const found = values
    .filter((value) => value.id !== OTHER_WORRY && isOffered(policy, value, teller))
    .map((value) => ({
      id: value.id,
      text: textOf(value.says, easy ? 'en-easy' : 'en'),
      hint: value.hint === undefined || easy ? null : textOf(value.hint),
      picture: value.picture ?? null,
    }))
  const other = values.find((value) => value.id === OTHER_WORRY)
  const last = {
    id: OTHER_WORRY,
    text: other === undefined ? 'Something else' : textOf(other.says, easy ? 'en-easy' : 'en'),
    hint: null,
    picture: other?.picture ?? null,
  }
  return [...found, last]
}

// By kind of person and, for pupils, by school year: a value fits a band when its oldest pupils are old enough.
function isOffered({ pack }: Pick<PolicyInForce, 'pack'>, value: ListValue, teller: Teller): boolean {
  const oldest = oldestOf(teller)
  if (oldest !== null && (value.from_year ?? 0) > oldest) return false
  if (value.for === undefined) return true
  return value.for.some((name) => {
    const party = pack.parties[name.slice('party/'.length)]
    return party?.kind === 'audience' && party.of.some((kind) => KINDS[teller].includes(kind))
  })
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
