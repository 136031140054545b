import { addItem, signEntry, writeEntry } from '#areas/evidence/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { World } from './world.ts'
import { act, actorOf, holderOf } from './world.ts'

/**
 * A phone is taken, handed on, sealed and locked away, with a gap that anybody will find: it lay with one, and another put it
 * into the safe. And what was on it is described in words.
 */
export async function keepEvidence(world: World, recordId: string, day: Temporal.PlainDate): Promise<void> {
  const holder = (post: string) => actorOf(world, holderOf(world, post, day))
  const [lead, dsl, network] = [holder('online_safety_lead'), holder('dsl'), holder('network_manager')]
  const taken = world.clock.now().subtract({ minutes: 95 })
  const after = (minutes: number) => taken.add({ minutes })
  const phone = await act(world, lead, async (tx, actor) => {
    const added = await addItem(tx, actor, {
      recordId,
      kind: 'device',
      title: 'Phone, dark blue case',
      shows: '',
      file: null,
      label: {
        make: 'A phone with a cracked corner, dark blue case',
        off: true,
        release: 'The head',
        owner: { personId: null, words: 'The pupil who sent the notes' },
      },
      capturedAt: taken,
      from: { personId: null, words: 'the pupil' },
      by: is(network),
      witness: is(actor),
    })
    await sign(tx, actor, added.entryId, ['taker', 'witness'])
    const of = { recordId, evidenceId: added.id }
    const why = { why: 'To be sealed' }
    const handed = { ...of, kind: 'handed', at: after(10), from: is(network), to: is(actor), fields: why } as const
    await sign(tx, actor, await writeEntry(tx, actor, handed), ['giver', 'taker'])
    const bag = { ...of, kind: 'sealed', at: after(25), from: null, to: null, fields: { seal: 'S-2231' } } as const
    await sign(tx, actor, await writeEntry(tx, actor, bag), ['writer'])
    await addItem(tx, actor, {
      ...{
        recordId,
        kind: 'described',
        title: 'Six voice notes',
        label: {},
        capturedAt: after(30),
        from: null,
        witness: null,
      },
      ...{
        shows: 'They copy how the pupil speaks. They stay on the phone: nobody played them at school.',
        by: is(actor),
        file: null,
      },
    })
    return of
  })
  await act(world, dsl, async (tx, actor) => {
    const fields = { place: 'Office safe', access: 'The head and the school office' }
    const safe = { ...phone, kind: 'stored', at: after(65), from: null, to: null, fields } as const
    await sign(tx, actor, await writeEntry(tx, actor, safe), ['writer'])
  })
}

const is = ({ personId }: PersonActor) => ({ personId, words: null })

async function sign(tx: Tx, actor: PersonActor, entryId: string, parts: readonly string[]): Promise<void> {
  for (const part of parts) await signEntry(tx, actor, { entryId, part, method: { by: 'sample' } })
}
