import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { enqueue } from '#platform/database/tx.ts'

/**
 * Asks for a look, later and by the software alone, at what a pupil's file lacks because whoever made it may not read it. It is
 * asked each time, whether or not there is such a case: whoever made the file cannot tell one from the other.
 */
export const askWhatItLacks = (tx: Tx, actor: PersonActor, fileId: string, seen: readonly string[]): Promise<void> =>
  enqueue(tx, 'pupil_file_lacks', { fileId, madeBy: actor.personId, seen: [...seen] })
