import { existsSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { packFiles, publishablePack, publishPolicy } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { Halt, Refused } from '#core/errors.ts'
import { packReport } from '#pack/report.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import type { Command } from './command.ts'
import { print, printJson, WrongUsage } from './command.ts'
import { organisationOf, withGround } from './with-ground.ts'

/** `kept policy check [folder…]`: every fault of a pack with its file, line and column. */
export const checkCommand: Command = {
  name: 'policy check',
  usage: 'policy check [folder…] [--json]',
  says: 'checks packs; without folders, all of this program',
  options: {},
  async run({ words, flags }) {
    const folders = words.length > 0 ? words.map((word) => folderOf(word)) : ownPacks()
    const packs = folders.map((folder) => ({
      ...packReport(packFiles(folder).map((file) => ({ ...file, path: join(basename(folder), file.path) }))),
    }))
    if (flags.has('json')) printJson({ packs })
    else for (const pack of packs) say(pack)
    return packs.every((pack) => pack.errors.length === 0) ? 0 : 1
  },
}

function say(pack: ReturnType<typeof packReport>): void {
  for (const error of pack.errors)
    print(typeof error === 'string' ? error : `${error.file}:${error.line}:${error.column} ${error.says}`)
  const kinds = Object.entries(pack.by_control)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')
  print(
    `${pack.name}: ${pack.clauses} clauses, ${pack.linked} linked, ${pack.not_yet.length} not yet; ${pack.errors.length} faults. Kept by: ${kinds}.`,
  )
}

const ownPacks = (): string[] => {
  const folder = join(projectRoot(), 'packs')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
}

/** The folder of a pack: a path, or the name of one of this program. */
export function folderOf(word: string): string {
  const own = join(projectRoot(), 'packs', word)
  const found = [resolve(word), own].find((path) => existsSync(path))
  if (found === undefined) throw new Halt(`There is no folder ${word}, and no pack of that name.`)
  return found
}

/** `kept policy publish <pack> --organisation <slug>`: the pack becomes the next version, if it has no fault. */
export const publishCommand: Command = {
  name: 'policy publish',
  usage: 'policy publish <pack> --organisation <slug>',
  says: 'publishes a pack as the next version',
  options: { organisation: 'value' },
  async run({ words: [word], values, flags }, config) {
    if (word === undefined) throw new WrongUsage('Name the pack: its folder, or the name of one of this program.')
    const read = publishablePack(folderOf(word))
    if ('fault' in read) throw new Halt(`${read.fault}. Nothing was published.`)
    const { pack } = read
    return withGround(config(), async (ground) => {
      const organisation = await organisationOf(ground, values.organisation)
      const system = systemActor(organisation.organisationId, 'command-line')
      try {
        const version = await ground.db.inTx(system, (tx) =>
          publishPolicy(tx, system, {
            pack,
            inForceOn: ground.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate(),
          }),
        )
        if (flags.has('json')) printJson(version)
        else print(`Version ${version.number} is published.`)
        return 0
      } catch (fault) {
        if (fault instanceof Refused) throw new Halt(fault.message)
        throw fault
      }
    })
  },
}
