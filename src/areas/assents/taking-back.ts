import { policyVersion, textOf } from '#areas/policy/index.ts'
import { Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import { answersNow, type SaysNow } from '#pack/engines/assents/agreed-to.ts'
import type { TakesBackAs } from '#pack/engines/assents/taking-back.ts'
import { countsWithout, mayTakeBack, takesBackAs } from '#pack/engines/assents/taking-back.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { itemsOf } from './queries/read-signatures.ts'
import type { Request } from './request.ts'
import type { Matter } from './settle.ts'
import { readMatter } from './settle.ts'

/** What somebody could take back of one asking, and what they took back before. */
export interface Takeable {
  readonly as: TakesBackAs
  /** Whether they said yes themselves; else it is about them, and others did. */
  readonly ownYes: boolean
  /** Whether all of it is taken back. */
  readonly back: boolean
  /** Statements with a yes or no each, that have a yes now. */
  readonly purposes: readonly string[]
  /** Of these, what they took back, while the rest goes on. */
  readonly lost: readonly string[]
  /** When they said it, or took it back. */
  readonly at: Temporal.Instant | null
}

/** An asking with everything that taking it back needs. Nothing of it is shown to anybody but staff. */
export interface Asking {
  readonly request: Request
  readonly pack: Pack
  readonly matter: Matter
  readonly said: ReadonlyMap<string, SaysNow>
  readonly last: ReadonlyMap<string, Temporal.Instant>
}

/** Reads an asking with what was said to it, of all who said it. */
export async function readAsking(tx: Tx, request: Request): Promise<Asking> {
  const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
  return asSystem(tx, async () => {
    const matter = await readMatter(tx, request)
    const rows = await tx
      .selectFrom('app.signature')
      .select(['signer_id', 'outcome', 'answers', 'signed_at'])
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('request_id', '=', request.id)
      .orderBy('signed_at')
      .orderBy('id')
      .execute()
    const given = rows.map((row) => ({
      signerId: row.signer_id,
      outcome: row.outcome,
      answers: itemsOf(row.answers),
    }))
    const last = new Map(rows.map((row) => [row.signer_id, Temporal.Instant.from(row.signed_at)]))
    return { request, pack, matter, said: answersNow(given), last }
  })
}

/** What somebody may take back of an asking; null when the policy lets them take nothing back, or nothing is given. */
export function takeableBy(asking: Asking, personId: string, heard = false): Takeable | null {
  const { matter, said, last } = asking
  const { assent, required } = matter
  const as = takesBackAs(assent, required, personId)
  if (as === null || !mayTakeBack(assent, required, personId)) return null
  const own = said.get(personId)
  const ownYes = own?.outcome === 'signed'
  const back = own?.outcome === 'withdrawn'
  if (!ownYes && !back && !maySayNo(asking, as, personId, heard)) return null
  const lost = choosable(assent).filter((id) => own?.inPart === true && own.answers[id] === false)
  const others = as === 'parent' && !heard ? [] : [...said.values()]
  return {
    as,
    ownYes,
    back,
    purposes: purposesOf(assent, ownYes ? [own] : others, lost),
    lost,
    at: last.get(personId) ?? null,
  }
}

/**
 * Whether somebody who did not say yes themselves may say no: the pupil, and a parent of whom the school hears, once the whole
 * stands as given. On their own page a parent may at any time: what the other parent answered is not theirs to read there.
 */
const maySayNo = ({ request, matter }: Asking, as: TakesBackAs, personId: string, heard: boolean): boolean =>
  as === 'parent' && !heard
    ? countsWithout(matter.assent, matter.required, personId)
    : (as === 'pupil' || heard) && request.state === 'signed'

/** What is taken back, with the uses that go where it is not all of it. */
export function withUses(title: string, assent: Assent, items: readonly string[]): string {
  const uses = assent.items.filter((item) => items.includes(item.id)).map((item) => textOf(item.says))
  return uses.length === 0 ? title : `${title} (${uses.join('; ')})`
}

/** Everybody who may still take something back of an asking, as the school hears of it. */
export const whoMayTakeBack = (asking: Asking): string[] =>
  [...new Set([...asking.matter.required.slots.flatMap((slot) => slot.people), asking.request.aboutId])].filter(
    (id) => takeableBy(asking, id, true)?.back === false,
  )

/**
 * Checks that somebody may take back what they want to.
 * @returns the statements that go, or none when all of it does.
 * @throws Refused when the policy does not let them, nothing is given, or it is taken back already.
 */
export function assertTakesBack(
  asking: Asking,
  personId: string,
  { items, heard }: { readonly items: readonly string[] | undefined; readonly heard: boolean },
): { as: TakesBackAs; items: readonly string[] } {
  const { assent, required } = asking.matter
  if (!mayTakeBack(assent, required, personId))
    throw new Refused('agreement.withdraw.never', say('en', 'agreement.refused.withdraw'))
  const takeable = takeableBy(asking, personId, heard)
  if (takeable === null) throw new Refused('agreement.withdraw.unsigned', say('en', 'agreement.refused.unsigned'))
  if (takeable.back) throw new Refused('agreement.withdraw.twice', say('en', 'agreement.refused.back_twice'))
  if (items === undefined) return { as: takeable.as, items: [] }
  if (items.length === 0 || items.some((id) => !takeable.purposes.includes(id)))
    throw new Refused('agreement.withdraw.item', say('en', 'agreement.refused.back_item'))
  // With the last of them nothing is left of it.
  return { as: takeable.as, items: takeable.purposes.every((id) => items.includes(id)) ? [] : items }
}

const choosable = (assent: Assent): string[] =>
  assent.items.filter((item) => item.answer === 'yes_no').map((item) => item.id)

const purposesOf = (assent: Assent, said: readonly SaysNow[], lost: readonly string[]): string[] => {
  const yes = said.filter((one) => one.outcome === 'signed')
  return choosable(assent).filter((id) => !lost.includes(id) && yes.every((one) => one.answers[id] === true))
}
