import { textOf, type VacantPost } from '#areas/policy/index.ts'
import { Words } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Party } from '#pack/types/party.ts'

/** Somebody who holds a post now. */
export interface Holding {
  readonly id: string
  readonly post: string
  readonly personId: string
  readonly name: string
  /** Null: for every school. */
  readonly schoolId: string | null
  readonly school: string | null
  readonly fromOn: string
}

/** What somebody may be under a policy. */
export type PostKind = 'post' | 'group' | 'body' | 'relation' | 'outside'

/** A post, group, body, relation or outside contact of a policy with whoever holds it. */
export interface PostLine {
  readonly id: string
  readonly kind: PostKind
  readonly says: string
  readonly holders: readonly Holding[]
  /** Where a holder is missing: null when none is, else the schools that lack one, or nothing named for all. */
  readonly missing: readonly string[] | null
  /** What there is to know about it: stand-ins, seats, how it is found or reached. */
  readonly notes: readonly string[]
  /** Whether somebody can be named for it here. */
  readonly named: boolean
}

/** Everybody whom a policy names, in its order: posts first, then groups, bodies, relations and those outside. */
export function postLines(pack: Pack, holders: readonly Holding[], vacant: readonly VacantPost[]): PostLine[] {
  const words = new Words(pack, pack.pack.language)
  return KINDS.flatMap((kind) =>
    Object.entries(pack.parties)
      .filter(([, party]) => party.kind === kind)
      .map(([id, party]): PostLine => {
        const own = holders.filter((holder) => holder.post === id)
        return {
          id,
          kind,
          says: textOf(party.says),
          holders: own,
          missing: vacant.find((post) => post.id === id)?.schools ?? null,
          notes: notesOf(words, party),
          named: kind === 'post' || kind === 'group' || kind === 'body',
        }
      }),
  )
}

/** Posts that the policy needs and nobody holds, somewhere. */
export const withoutHolder = (lines: readonly PostLine[]): PostLine[] => lines.filter((line) => line.missing !== null)

const KINDS: readonly PostKind[] = ['post', 'group', 'body', 'relation', 'outside']

function notesOf(words: Words, party: Party): string[] {
  switch (party.kind) {
    case 'post':
      return [
        ...(party.instead?.away === undefined ? [] : [`While away: ${words.one(party.instead.away)}`]),
        ...(party.instead === undefined ? [] : [`In a case about them: ${words.one(party.instead.named_in_case)}`]),
        ...(party.required ? [] : ['The policy does without, where nobody holds it']),
        ...(party.per === 'school' ? [] : [`One for each ${party.per.replaceAll('_', ' ')}`]),
      ]
    case 'group':
      return [
        ...(party.chair === undefined ? [] : [`In the chair: ${words.one(party.chair)}`]),
        `Seats: ${party.seats.map((seat) => seatOf(words, seat)).join('; ')}`,
      ]
    case 'body':
      return [party.members === undefined ? 'It decides by resolution' : `Its members: ${words.one(party.members)}`]
    case 'relation':
      return [
        `Found for each case: the ${party.path.replaceAll('_', ' ')} of ${words.one(party.of)}`,
        ...(party.else === undefined ? [] : [`Where there is none: ${words.one(party.else)}`]),
      ]
    case 'outside':
      return [
        party.contacts.length === 0
          ? 'Outside the school'
          : `Outside the school, reached by ${party.contacts.map((way) => way.replaceAll('_', ' ')).join(', ')}`,
      ]
    default:
      return []
  }
}

const seatOf = (words: Words, seat: { says: Parameters<typeof textOf>[0]; from?: string | undefined }): string => {
  const says = textOf(seat.says)
  const from = seat.from === undefined ? '' : words.one(seat.from)
  return from === '' || from.toLowerCase() === says.toLowerCase() ? says : `${says} (${from})`
}
