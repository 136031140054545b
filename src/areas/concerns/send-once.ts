import type { Actor } from '#core/actor.ts'
import type { Database } from '#platform/database/database.ts'
import type { TellConcern } from './commands/tell-concern.ts'
import { tellConcern } from './commands/tell-concern.ts'
import type { TellValues } from './forms.ts'
import { newOnce, receiptOf } from './receipt.ts'

const TAKEN = '23505'

/** Tells what a form says. The same form sent twice (a reload, a double press) makes one concern and shows the same receipt. */
export async function sendOnce(
  db: Database,
  actor: Actor,
  key: Buffer,
  reporterKind: TellConcern['reporterKind'],
  values: TellValues,
  entered?: NonNullable<TellConcern['entered']>,
): Promise<string> {
  const receipt = receiptOf(key, values.once === '' ? newOnce() : values.once)
  try {
    await db.inTx(actor, (tx) =>
      tellConcern(tx, actor, key, {
        schoolId: values.schoolId,
        reporterKind,
        body: values.body,
        aboutKind: values.worry,
        inDanger: values.inDanger,
        wantsAnswer: values.wantsAnswer,
        aboutPosts: values.aboutPosts,
        byAccident: values.byAccident,
        chosen: values.chosen,
        receipt,
        ...(entered === undefined ? {} : { entered }),
      }),
    )
  } catch (fault) {
    // The receipt is there already: this form was sent before.
    if (!(fault instanceof Error && 'code' in fault && fault.code === TAKEN)) throw fault
  }
  return receipt
}
