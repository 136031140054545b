import type { ControlStanding, PolicyInForce, StandingSource } from '#areas/policy/index.ts'
import type { Guard } from '#pack/types/guard.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { enoughStandings } from './enough-signed.ts'
import type { AssentCounts } from './queries/count-agreements.ts'
import { countAgreements } from './queries/count-agreements.ts'
import { countAnswered } from './queries/read-surveys.ts'

/** How agreements, gates and rules of conduct stand, from one count of everything that is asked now. */
export const assentStandings: StandingSource = {
  kinds: ['assent', 'guard', 'conduct'],
  async standings(tx: Tx, policy: PolicyInForce, refs: readonly string[]) {
    const counts = await countAgreements(tx)
    const surveys = await countAnswered(tx, anonymousOf(policy))
    const enough = await enoughStandings(tx, policy)
    const now = nowIn(tx)
    const found = new Map<string, ControlStanding>()
    for (const ref of refs) {
      const survey = surveys.get(idIn(ref))
      const own = !ref.startsWith('assent/')
        ? undefined
        : survey === undefined
          ? enough.get(idIn(ref))
          : ofSurvey(survey)
      const standing = own ?? standingOf(policy, ref, counts, now)
      if (standing !== null) found.set(ref, standing)
    }
    return found
  },
}

const anonymousOf = ({ pack }: PolicyInForce): string[] =>
  Object.entries(pack.assents).flatMap(([id, assent]) => (assent.anonymous === true ? id : []))

// A statement of an agreement is signed with the whole of it.
const idIn = (ref: string): string => ref.split('/')[1]?.split('#')[0] ?? ''

/** A survey without names is kept by asking: whoever does not answer owes nothing. */
const ofSurvey = ({ asked, answered }: { readonly asked: number; readonly answered: number }): ControlStanding => ({
  state: 'kept',
  proof: 'proved',
  says: `${asked} were asked; ${answered} have answered, without their names.`,
  counts: { asked, answered },
})

type Counts = ReadonlyMap<string, AssentCounts>

function standingOf(policy: PolicyInForce, ref: string, counts: Counts, now: Temporal.Instant): ControlStanding | null {
  const [kind = '', whole = ''] = ref.split('/')
  // A statement of an agreement is signed with the whole of it.
  const id = whole.split('#')[0] ?? ''
  if (kind === 'assent' && policy.pack.assents[id]?.anonymous !== true) return ofAssent(policy, id, counts.get(id), now)
  if (kind === 'guard') return ofGuard(policy, id)
  return kind === 'conduct' ? ofConduct(policy, id, counts) : null
}

function ofAssent(
  policy: PolicyInForce,
  id: string,
  counts: AssentCounts | undefined,
  now: Temporal.Instant,
): ControlStanding | null {
  const assent = policy.pack.assents[id]
  if (assent === undefined) return null
  if (counts === undefined || counts.asked === 0)
    return { state: 'none', proof: null, says: 'Nobody has been asked yet.' }
  const { asked, signed, late, talk, back } = counts
  const figures = { asked, signed, late, talk, back }
  if (assent.basis === 'information')
    return {
      state: 'kept',
      proof: 'proved',
      says: `${counts.asked} have been told; ${counts.signed} have said that they read it.`,
      counts: figures,
      ...time('changesAt', counts.nextLapse),
    }
  const says = sayCounts(counts)
  if (late + counts.lapsed > 0)
    return {
      state: 'late',
      proof: null,
      says,
      counts: figures,
      ...time('since', counts.lateSince),
      ...after('changesAt', counts.nextDue, now),
    }
  // Whoever took it back has answered: nobody waits for them.
  if (signed + back < asked)
    return { state: 'due', proof: null, says, counts: figures, ...after('changesAt', counts.nextDue, now) }
  return { state: 'kept', proof: 'proved', says, counts: figures, ...time('changesAt', counts.nextLapse) }
}

/** `311 of 330 have signed; 16 are late; 2 want to talk first; 1 has taken it back.` */
function sayCounts(counts: AssentCounts): string {
  const parts = [
    `${counts.signed} of ${counts.asked} ${counts.asked === 1 ? 'has' : 'have'} signed`,
    counts.late > 0 && `${counts.late} ${counts.late === 1 ? 'is' : 'are'} late`,
    counts.lapsed > 0 && `${counts.lapsed} ${counts.lapsed === 1 ? 'has' : 'have'} run out`,
    counts.talk > 0 && `${counts.talk} ${counts.talk === 1 ? 'wants' : 'want'} to talk first`,
    counts.back > 0 && `${counts.back} ${counts.back === 1 ? 'has' : 'have'} taken it back`,
  ]
  return `${parts.filter(Boolean).join('; ')}.`
}

function ofGuard(policy: PolicyInForce, id: string): ControlStanding | null {
  const guard = policy.pack.guards[id]
  if (guard === undefined) return null
  if (!guard.active) return { state: 'none', proof: null, says: 'The school has not switched this gate on.' }
  if (guard.held_by === 'kept')
    return isAsked(guard)
      ? { state: 'kept', proof: 'enforced', says: 'Kept refuses otherwise.' }
      : { state: 'none', proof: null, says: 'Nothing asks this gate yet before it lets anybody pass.' }
  return { state: 'none', proof: null, says: 'A person holds this gate, and nobody has stated yet that it holds.' }
}

// Grants ask at the door, opening a record asks for its kind, and publishing asks for the policy itself.
const isAsked = (guard: Guard): boolean => /^(grant|document|record)\//.test(guard.stops)

function ofConduct(policy: PolicyInForce, id: string, counts: Counts): ControlStanding | null {
  const rule = policy.pack.conduct[id]
  if (rule === undefined) return null
  const assents = new Set(rule.acknowledged_in.map((ref) => ref.slice('assent/'.length).split('#')[0] ?? ''))
  const own = [...assents].flatMap((assent) => counts.get(assent) ?? [])
  const asked = own.reduce((sum, one) => sum + one.asked, 0)
  const signed = own.reduce((sum, one) => sum + one.signed, 0)
  if (asked === 0) return { state: 'published', proof: null, says: 'Published with the policy.' }
  return {
    state: 'published',
    proof: null,
    says: `Published, and acknowledged in ${signed} of ${asked} agreements that carry it.`,
    counts: { asked, signed },
  }
}

const time = (key: 'since' | 'changesAt', at: Temporal.Instant | null) => (at === null ? {} : { [key]: at })

const after = (key: 'since' | 'changesAt', at: Temporal.Instant | null, now: Temporal.Instant) =>
  at === null || Temporal.Instant.compare(at, now) <= 0 ? {} : { [key]: at }
