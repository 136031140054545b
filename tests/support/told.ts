import type { ToldAtStep } from '#areas/records/index.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import { type Telling, untoldBy } from '#pack/engines/flow/tells.ts'

type Tells = Pick<OpenStep, 'tells' | 'answers' | 'branch'>

/** Everybody whom a step tells as told, and whom its answers leave untold with a reason, for the command that writes it down. */
export const tellAll = (step: Tells, chosen: readonly string[]): ToldAtStep[] => [
  ...(step.tells?.each ?? []).map((one) => toldNow(one.party, { about: one.about })),
  ...untoldBy(step, chosen, step.branch, []).map((one) => ({ ...one, because: 'Said in the test' })),
]

/** Somebody told, as it is written down at a step. */
export const toldNow = (
  party: string,
  more: Partial<Telling & { at: string; reference: string; chaseOn: string; reply: string }> = {},
) => ({
  party,
  about: more.about ?? null,
  said: {
    at: Temporal.Instant.from(more.at ?? '2026-10-06T10:00:00Z'),
    way: 'phone' as const,
    spokeTo: '',
    reference: more.reference ?? '',
    said: '',
    reply: more.reply ?? '',
    chaseOn: more.chaseOn === undefined ? null : Temporal.PlainDate.from(more.chaseOn),
  },
})
