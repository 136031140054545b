import type { Pack } from '#pack/types/pack.ts'
import { policyDocument } from './approval-steps.ts'

/** Whether the policy asks for a note with each change of it. */
export const noteRequired = (pack: Pack): boolean => policyDocument(pack)?.change_note === 'required'
