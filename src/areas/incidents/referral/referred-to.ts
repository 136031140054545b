import type { Case } from '#areas/records/index.ts'
import { sayTelling } from '#areas/records/index.ts'
import type { ReferredTo } from './referral-form.ts'

const LINES: Readonly<Record<string, string>> = {
  person: 'Person spoken to',
  told_at: 'When',
  reference: 'Their reference',
  reply: 'What they answered',
  advice: 'What they advised',
}

/** The body outside that an address names, with the lines that the policy keeps of it; null where it names none. */
export function referredTo(one: Pick<Case, 'policy'>, party: string | undefined): ReferredTo | null {
  const found = party?.startsWith('party/') ? one.policy.pack.parties[party.slice('party/'.length)] : undefined
  if (party === undefined || found === undefined) return null
  const keep = found.kind === 'outside' ? found.keep : []
  const lines = keep.flatMap((key) => LINES[key] ?? [])
  return {
    party,
    says: sayTelling(one.policy, { party, about: null }, new Map()),
    lines: lines.length === 0 ? Object.values(LINES).slice(0, 4) : [...lines, 'Ask again on'],
  }
}
