import { parseArgs } from 'node:util'
import type { Arguments, Command } from './command.ts'

/** Reads what was typed behind a command, or says what is wrong with it. */
export function readArguments(args: readonly string[], options: Command['options']): Arguments | string {
  const known = Object.entries({ ...options, json: 'flag' as const }).map(
    ([name, kind]) => [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }] as const,
  )
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(known),
    })
    const given = Object.entries(values)
    return {
      words: positionals,
      flags: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
      values: Object.fromEntries(given.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    }
  } catch (fault) {
    // parseArgs throws a TypeError with a sentence for what it does not know.
    if (fault instanceof TypeError) return fault.message
    throw fault
  }
}
