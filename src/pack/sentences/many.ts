import type { Recipients } from '../types/notify.ts'
import { partsOf } from '../types/parts.ts'
import type { Who } from '../types/who.ts'
import type { Words } from './words.ts'

/** Whether what follows is said of many: `the parents or carers are told`, but `the head is told`. */
export function areMany(words: Words, who: Who | Recipients): boolean {
  if (typeof who === 'string') return who === 'parents' || who === 'class_teachers' || isCrowd(words, who)
  if ('all_of' in who) return true
  // Of several that are named with “or”, the verb goes with the last.
  const last = 'any_of' in who ? who.any_of.at(-1) : undefined
  return last !== undefined && areMany(words, last)
}

// An audience is many, unless its name speaks of one or of all as one: `everybody who …`, `the whole school community`. So are
// the police.
function isCrowd(words: Words, ref: string): boolean {
  const parts = partsOf(ref)
  const party = parts?.kind === 'party' ? words.pack.parties[parts.id] : undefined
  const says = words.one(ref)
  if (party?.kind === 'outside') return /\bpolice$/i.test(says)
  return party?.kind === 'audience' && !/^(every|each|any|whoever|the whole)/i.test(says)
}
