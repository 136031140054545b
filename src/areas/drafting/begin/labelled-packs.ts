import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packFiles } from '#areas/policy/index.ts'
import { loadPack } from '#pack/load/load-pack.ts'
import { type Classifier, trainClassifier } from '#pack/propose/classifier.ts'
import { type Labelled, labelledClauses } from '#pack/propose/labelled.ts'
import { projectRoot } from '#platform/database/project-root.ts'

/** The clauses of all packs of this program, with the kind, area and controls that somebody gave each. */
export function labelledPacks(): Labelled[] {
  const packs = join(projectRoot(), 'packs')
  return readdirSync(packs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => {
      // The clauses are a part of a pack's files, and reading all of them takes several times as long.
      const files = packFiles(join(packs, name)).filter(({ text }) => /^(pack|sections|clauses):/m.test(text))
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
