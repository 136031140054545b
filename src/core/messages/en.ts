/** Every text of public, pupil and parent pages, in the base language. Areas add theirs in files beside this one. */
import { agreements } from './en-agreements.ts'
import { concerns } from './en-concerns.ts'
import { problems } from './en-problems.ts'

export const en = { ...problems, ...concerns, ...agreements } as const
