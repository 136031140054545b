import { join } from 'node:path'
import { loadPack } from '#pack/load/load-pack.ts'
import { type Classifier, trainClassifier } from '#pack/propose/classifier.ts'
import { type Labelled, labelledClauses } from '#pack/propose/labelled.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { folderNames, readFiles } from './read-files.ts'

/** The clauses of all packs of this program, with the kind, area and controls that somebody gave each. */
export function labelledPacks(root: string = projectRoot()): Labelled[] {
  const packs = join(root, 'packs')
  return folderNames(packs).flatMap((name) => {
    // The clauses are a part of a pack's files, and reading all of them takes several times as long.
    const files = readFiles(join(packs, name)).filter(({ text }) => /^(pack|sections|clauses):/m.test(text))
    const { pack } = loadPack(files)
    return pack === null ? [] : labelledClauses(pack)
  })
}

let known: Classifier | null = null

/** The classifier that learned from this program's packs; it is trained once for as long as the program runs. */
export function ownClassifier(): Classifier {
  known ??= trainClassifier(labelledPacks())
  return known
}
