import { clausesCommand } from './clauses.ts'
import type { Command } from './command.ts'
import { doctorCommand, migrateCommand } from './database.ts'
import { importCommand } from './import.ts'
import { verifyCommand } from './ledger.ts'
import { checkCommand, publishCommand } from './policy.ts'
import { newCommand } from './policy-new.ts'
import { linkCommand } from './sign-in.ts'

/** Every command of `kept`, as the help lists them. */
export const commands: readonly Command[] = [
  checkCommand,
  newCommand,
  publishCommand,
  clausesCommand,
  importCommand,
  linkCommand,
  verifyCommand,
  migrateCommand,
  doctorCommand,
]
