import type { Config } from '#config/config.ts'

/** What was typed behind a command's name. */
export interface Arguments {
  readonly words: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: Readonly<Record<string, string | undefined>>
}

/** A command of `kept`. With `--json` it prints one JSON document on standard output and nothing else. */
export interface Command {
  readonly name: string
  readonly usage: string
  readonly says: string
  /** Options: a flag, or one that takes a value. */
  readonly options: Readonly<Record<string, 'flag' | 'value'>>
  run(args: Arguments, config: () => Config): Promise<number>
}

/** What was typed cannot be meant so: the sentence and the usage are printed, and the status is 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

/** Prints a line for a person. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Prints the one JSON document. */
export const printJson = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)

/** Says on standard error how long work goes on; never on standard output. */
export const progress = (line: string): void => void process.stderr.write(`${line}\n`)
