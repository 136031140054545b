import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import {
  assertFree,
  type Draft,
  draftBlank,
  draftFromDocument,
  draftFromPack,
  type NewName,
  nameOf,
  ownClassifier,
  writeDraft,
} from '#areas/drafting/index.ts'
import { BadInput, Halt } from '#core/errors.ts'
import { documentLimits } from '#platform/documents/limits.ts'
import { readDocument } from '#platform/documents/read-document.ts'
import type { Arguments, Command } from './command.ts'
import { print, printJson, progress, WrongUsage } from './command.ts'
import { folderOf } from './policy.ts'

/** `kept policy new <folder>`: begins a pack from one of this program, from a document of the school, or from nearly nothing. */
export const newCommand: Command = {
  name: 'policy new',
  usage: 'policy new <folder> [--from <pack> | --document <file>] [--json]',
  says: 'begins a pack: a copy, your own document, or a blank',
  options: { from: 'value', document: 'value' },
  async run({ words, values, flags }) {
    const [folder] = words
    const { from, document } = values
    if (folder === undefined || words.length > 1 || (from !== undefined && document !== undefined))
      throw new WrongUsage('Name one new folder, and at most one of --from and --document.')
    const name = nameOf(folder)
    assertFree(folder)
    const draft = await draftOf(values, name)
    const report = writeDraft(folder, draft)
    const made = { folder, name: name.name, clauses: draft.clauses, sections: draft.sections, left: draft.left }
    if (flags.has('json')) printJson({ ...made, linked: report.linked, not_yet: report.not_yet })
    else say(made, report.linked, document)
    return 0
  },
}

async function draftOf({ from, document }: Arguments['values'], name: NewName): Promise<Draft> {
  if (from !== undefined) return draftFromPack(folderOf(from), name)
  if (document === undefined) return draftBlank(name)
  const bytes = bytesOf(document)
  progress(`Reading ${basename(document)} …`)
  try {
    const outline = await readDocument(bytes)
    progress('Learning from the clauses of the packs …')
    return draftFromDocument(outline, name, ownClassifier())
  } catch (fault) {
    if (fault instanceof BadInput) throw new Halt(`${fault.message} (${fault.code})`)
    throw fault
  }
}

function bytesOf(path: string): Uint8Array {
  if (!existsSync(path)) throw new Halt(`There is no file ${path}.`)
  const about = statSync(path)
  if (!about.isFile()) throw new Halt(`${path} is not a file.`)
  if (about.size > documentLimits.bytes) throw new Halt(`${path} is larger than 50 MB.`)
  return readFileSync(path)
}

function say(
  made: { folder: string; clauses: number; sections: number; left: number },
  linked: number,
  document: string | undefined,
): void {
  print(`${made.folder}: ${made.clauses} clauses in ${made.sections} sections, ${linked} linked.`)
  if (document === undefined) return
  print(
    'What is proposed stands above each clause, and in proposals.json. Nothing is linked until you name it in kept_by.',
  )
  if (made.left > 0) print(`${made.left} texts are no rules; they are listed in proposals.json under “left”.`)
}
