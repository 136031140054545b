import { readSettings, textOf } from '#areas/policy/index.ts'
import { sayFullDate } from '#core/calendar/say-date.ts'
import { logOf } from '#pack/engines/flow/log.ts'
import { isStepEvent } from '#pack/engines/flow/run.ts'
import type { Effect } from '#pack/types/effect.ts'
import type { GivenFrom } from '#pack/types/given.ts'
import { allFieldsOf, answersOf, partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { sayValue } from '../forms/field-view.ts'
import { namedInFields } from '../queries/named-in-fields.ts'
import { namesOf } from '../queries/read-case.ts'
import type { Carrying } from './carry-one.ts'
import type { LetterReader } from './letter-readers.ts'

/** What stands in the places of a letter: what Kept knows of itself, and what the step says with what. */
export async function letterValues(
  tx: Tx,
  carrying: Carrying,
  effect: Extract<Effect, { letter: string }>,
  { about, readers }: { readonly about: string | null; readonly readers: readonly LetterReader[] },
): Promise<Record<string, string>> {
  const { record } = carrying
  const { zone } = await readSettings(tx)
  const named = about === null ? undefined : (await namesOf(tx, isId(about) ? [about] : [])).get(about)
  const known: Record<string, string> = {
    recipient: readers.map((one) => one.name).join(' and '),
    about: named ?? about?.replace(/^described:/, '') ?? '',
    date: sayFullDate(nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()),
    ...(await whereItIs(tx, record)),
  }
  const told: Record<string, string> = {}
  for (const [name, from] of Object.entries(effect.with ?? {}))
    told[name] = (typeof from === 'string' ? known[from] : undefined) ?? (await sayGiven(tx, carrying, from))
  return { ...known, ...told }
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)

async function whereItIs(tx: Tx, record: Carrying['record']): Promise<{ reference: string; school: string }> {
  const row = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.school as s', (join) =>
      join.onRef('s.organisation_id', '=', 'r.organisation_id').onRef('s.id', '=', 'r.school_id'),
    )
    .select(['r.reference', 's.name'])
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.id', '=', record.id)
    .executeTakeFirstOrThrow()
  return { reference: row.reference, school: row.name }
}

/** A value that an effect is given, in words: of a field, of the answers at a step, or always the same. */
export async function sayGiven(tx: Tx, carrying: Carrying, from: GivenFrom): Promise<string> {
  if (typeof from === 'object') return String(from.value)
  if (from.startsWith('answers.')) return sayAnswers(carrying, from.slice('answers.'.length))
  const { policy, record, fields } = carrying
  const kind = policy.pack.records[record.kind]
  const field =
    kind === undefined ? undefined : allFieldsOf(policy.pack, record.kind, kind).find((one) => one.id === from)
  if (field === undefined) return ''
  return sayValue(policy.pack, field, fields[from], await namedInFields(tx, [field], [fields]))
}

/** What was answered at a step of the same chart, in the words of its answers. */
function sayAnswers({ policy, run, due }: Carrying, stepId: string): string {
  const parts = partsOf(due.chart)
  const steps = (parts?.kind === 'flow' ? policy.pack.flows[parts.id] : policy.pack.records[parts?.id ?? ''])?.steps
  const step = steps?.[stepId]
  const log = logOf(run)
  const settled = run.events
    .filter(isStepEvent)
    .filter((event) => event.stepId === stepId && event.chart === due.chart)
    .map((event) => log.settled(event.step))
    .findLast((event) => event?.kind === 'answered')
  if (step === undefined || settled?.kind !== 'answered') return ''
  const chosen = answersOf(step).filter((answer) => settled.answers.includes(answer.id))
  return chosen.map((answer) => textOf(answer.says)).join('; ')
}
