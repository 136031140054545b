import { PEOPLE_IMPORT_USAGE, peopleImport } from '#areas/people/index.ts'
import type { Command } from './command.ts'
import { withGround } from './with-ground.ts'

/** `kept people import <folder or zip> --organisation <slug> [--dry-run]`: what it reads and says belongs to the people area. */
export const importCommand: Command = {
  name: 'people import',
  usage: PEOPLE_IMPORT_USAGE,
  says: 'reads a OneRoster set: joiners, leavers, changes',
  options: { organisation: 'value', 'dry-run': 'flag', 'skip-faulty-rows': 'flag' },
  run: ({ words, flags, values }, config) =>
    withGround(config(), (ground) => {
      const args = [
        ...words,
        ...Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value])),
        ...[...flags].map((flag) => `--${flag}`),
      ]
      return peopleImport(args, ground.db, {
        out: (text) => void process.stdout.write(text),
        err: (text) => void process.stderr.write(text),
        live: process.stderr.isTTY === true,
      })
    }),
}
