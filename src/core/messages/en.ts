/** Every text of public, pupil and parent pages, in the base language. Areas add theirs in files beside this one. */

import { agreements } from './en-agreements.ts'
import { concerns } from './en-concerns.ts'
import { notices } from './en-notices.ts'
import { problems } from './en-problems.ts'
import { signIn } from './en-sign-in.ts'
import { takingBack } from './en-taking-back.ts'

export const en = { ...problems, ...concerns, ...agreements, ...takingBack, ...notices, ...signIn } as const
