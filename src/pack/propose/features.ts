import { stemOf, wordsOf } from './words.ts'

/** A text as numbers: which features it has, ascending, and how strongly. Its length is one. */
export interface Vector {
  readonly ids: readonly number[]
  readonly values: readonly number[]
  /** The words of the text that each feature stands for. */
  readonly written: readonly string[]
}

/** What is looked at: the clause, and the headings above it. */
export interface Given {
  readonly says: string
  readonly headings: readonly string[]
}

/** Knows the words of the texts that it learned from, and how rare each is. */
export class Vocabulary {
  readonly #ids = new Map<string, number>()
  readonly #rarity: number[] = []

  constructor(texts: readonly Given[]) {
    const found = new Map<string, number>()
    for (const text of texts) for (const name of featuresOf(text).keys()) found.set(name, (found.get(name) ?? 0) + 1)
    for (const [name, count] of found) {
      // What stands in one text only cannot tell texts apart.
      if (count < 2) continue
      this.#ids.set(name, this.#rarity.length)
      this.#rarity.push(Math.log((1 + texts.length) / (1 + count)) + 1)
    }
  }

  get size(): number {
    return this.#rarity.length
  }

  /** TF-IDF: a word counts more the rarer it is, and a second time it counts less. */
  vector(text: Given): Vector {
    const known = [...featuresOf(text)].flatMap(([name, { count, written }]) => {
      const id = this.#ids.get(name)
      return id === undefined ? [] : [{ id, value: (1 + Math.log(count)) * (this.#rarity[id] ?? 0), written }]
    })
    known.sort((a, b) => a.id - b.id)
    const length = Math.hypot(...known.map(({ value }) => value)) || 1
    return {
      ids: known.map(({ id }) => id),
      values: known.map(({ value }) => value / length),
      written: known.map(({ written }) => written),
    }
  }
}

interface Feature {
  count: number
  readonly written: string
}

/** Single words, pairs of neighbours, and the words of the headings as features of their own. */
function featuresOf({ says, headings }: Given): Map<string, Feature> {
  const found = new Map<string, Feature>()
  const add = (name: string, written: string): void => {
    const feature = found.get(name)
    if (feature === undefined) found.set(name, { count: 1, written })
    else feature.count += 1
  }
  const words = wordsOf(says)
  for (const [index, { stem, written }] of words.entries()) {
    add(stem, written)
    const next = words[index + 1]
    if (next !== undefined) add(`${stem} ${next.stem}`, `${written} ${next.written}`)
  }
  for (const heading of headings) for (const { written } of wordsOf(heading)) add(`# ${stemOf(written)}`, written)
  return found
}
