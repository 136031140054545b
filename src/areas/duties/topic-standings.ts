import type { ControlStanding, PolicyInForce } from '#areas/policy/index.ts'
import { sayDay } from '#core/calendar/say-date.ts'
import { topicsOf } from '#pack/engines/duties/covers.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { readKey } from './key.ts'
import { missingOf } from './queries/covered.ts'

/** One class in its present round of a duty that it has to cover, and what it still lacks. */
interface ClassNow {
  readonly dueAt: Temporal.Instant
  readonly missed: boolean
  readonly lacks: ReadonlySet<string>
}

/** How each topic of a programme stands: whether every class has had it in its present round. Answers for `duty/x#topic`. */
export async function topicStandings(
  tx: Tx,
  policy: PolicyInForce,
  refs: readonly string[],
  zone: string,
): Promise<Map<string, ControlStanding>> {
  const found = new Map<string, ControlStanding>()
  for (const [whole, own] of Map.groupBy(refs, (ref) => ref.split('#')[0] ?? '')) {
    const duty = policy.pack.duties[whole.slice('duty/'.length)]
    if (duty === undefined || !('covers' in duty.proof)) continue
    const topics = new Set(topicsOf(policy.pack, duty.proof).map((topic) => topic.id))
    const asked = own.filter((ref) => topics.has(ref.split('#')[1] ?? ''))
    const classes = asked.length === 0 ? [] : await classesNow(tx, policy, whole.slice('duty/'.length))
    for (const ref of asked) found.set(ref, standingOf(ref.split('#')[1] ?? '', classes, nowIn(tx), zone))
  }
  return found
}

async function classesNow(tx: Tx, { pack }: PolicyInForce, duty: string): Promise<ClassNow[]> {
  const proof = pack.duties[duty]?.proof
  if (proof === undefined || !('covers' in proof)) return []
  const rows = await tx
    .selectFrom('app.duty')
    .select(['key', 'school_id', 'starts_at', 'due_at', 'state'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('duty', '=', duty)
    .where('state', '<>', 'not_needed')
    .where('starts_at', '<=', nowIn(tx).toString())
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  const newest = new Map(rows.map((row) => [readKey(row.key).subject, row]))
  const classes: ClassNow[] = []
  for (const [classId, row] of newest) {
    const round = { pack, schoolId: row.school_id, classId, startsAt: Temporal.Instant.from(row.starts_at) }
    const lacks = row.state === 'done' ? [] : await missingOf(tx, proof, round)
    classes.push({
      dueAt: Temporal.Instant.from(row.due_at),
      missed: row.state === 'missed',
      lacks: new Set(lacks.map((topic) => topic.id)),
    })
  }
  return classes
}

function standingOf(topic: string, classes: readonly ClassNow[], now: Temporal.Instant, zone: string): ControlStanding {
  const lacking = classes.filter((one) => one.lacks.has(topic))
  const had = classes.length - lacking.length
  const counts = { classes: classes.length, had }
  if (classes.length === 0) return { state: 'none', proof: null, says: 'It has not come round yet.' }
  if (lacking.length === 0)
    return { state: 'kept', proof: 'proved', says: `${sayClasses(had)} had it in this round.`, counts }
  const due = lacking.map((one) => one.dueAt).sort(Temporal.Instant.compare)[0] ?? now
  const says = `${had} of ${sayClasses(classes.length)} had it`
  if (lacking.some((one) => one.missed))
    return { state: 'broken', proof: null, says: `${says}; the round was missed.`, since: due, counts }
  const [day, today] = [due, now].map((at) => at.toZonedDateTimeISO(zone).toPlainDate())
  const on = day === undefined || today === undefined ? '' : ` ${sayDay(day, today)}`
  return Temporal.Instant.compare(due, now) < 0
    ? { state: 'late', proof: null, says: `${says}; it was due${on}.`, since: due, counts }
    : {
        state: 'due',
        proof: null,
        says: `${says}; it is due${on}.`,
        since: due,
        changesAt: due.add({ seconds: 1 }),
        counts,
      }
}

const sayClasses = (count: number): string => (count === 1 ? '1 class' : `${count} classes`)
