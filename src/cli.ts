import { readConfig } from '#config/read-config.ts'
import { Halt } from '#core/errors.ts'
import type { Command } from './cli/command.ts'
import { WrongUsage } from './cli/command.ts'
import { commands } from './cli/commands.ts'
import { readArguments } from './cli/read-arguments.ts'

/** Runs one command of `kept` and gives its exit status: 0 done, 1 refused or failed, 2 wrong usage. */
export async function cli(args: readonly string[]): Promise<number> {
  const found = findCommand(args)
  if (found === null) return usage(commands)
  const { command, rest } = found
  const read = readArguments(rest, command.options)
  if (typeof read === 'string') return wrong(command, read)
  try {
    return await command.run(read, () => readConfig(process.env, 'real'))
  } catch (fault) {
    if (fault instanceof WrongUsage) return wrong(command, fault.message)
    if (!(fault instanceof Halt)) throw fault
    process.stderr.write(`${fault.message}\n`)
    return 1
  }
}

function wrong(command: Command, says: string): number {
  process.stderr.write(`${says}\nUsage: npm run --silent kept -- ${command.usage}\n`)
  return 2
}

function findCommand(args: readonly string[]): { command: Command; rest: readonly string[] } | null {
  for (const command of commands) {
    const words = command.name.split(' ')
    if (words.every((word, index) => args[index] === word)) return { command, rest: args.slice(words.length) }
  }
  return null
}

function usage(known: readonly Command[]): number {
  process.stderr.write(
    `Usage: npm run --silent kept -- <command> [--json]\n${known.map((command) => `  ${command.usage.padEnd(64)} ${command.says}`).join('\n')}\n`,
  )
  return 2
}
