import { type Given, type Vector, Vocabulary } from './features.ts'
import type { Labelled } from './labelled.ts'
import { type Lesson, Logistic } from './logistic.ts'
import { type Example, type KeptBy, keptByOf, nearest } from './nearest.ts'

/** One answer of the classifier: what it says, how likely that is (nought to one), and the words that decided. */
export interface Guess<Name extends string = string> {
  readonly is: Name
  readonly probability: number
  readonly because: readonly string[]
}

/** What is proposed for a clause. Somebody has to accept it: nothing is linked by a proposal. */
export interface Proposal {
  readonly kind: Guess<Labelled['kind']>
  readonly area: Guess
  /** The kinds of control that keep such clauses in the packs, most usual first. */
  readonly keptBy: readonly KeptBy[]
  /** The three clauses of the packs that are most like it. */
  readonly examples: readonly Example[]
}

/** Proposes for a clause what its like is in the packs. */
export interface Classifier {
  propose(clause: Given): Proposal
}

/** Learns from the clauses of packs. The same clauses always give the same classifier. */
export function trainClassifier(clauses: readonly Labelled[]): Classifier {
  const vocabulary = new Vocabulary(clauses)
  const vectors = clauses.map((clause) => vocabulary.vector(clause))
  const known = clauses.map((clause, index) => ({ clause, vector: vectors[index] ?? vocabulary.vector(clause) }))
  const guessKind = guesser(known, vocabulary, ({ kind }) => kind)
  const guessArea = guesser(known, vocabulary, ({ area }) => area)
  return {
    propose(clause) {
      const vector = vocabulary.vector(clause)
      const kind = guessKind(vector)
      const near = nearest(known, vector)
      return {
        kind,
        area: guessArea(vector),
        keptBy: keptByOf(near, kind.is),
        examples: near.slice(0, 3).map(({ example }) => example),
      }
    },
  }
}

/** A clause with its vector. */
export interface Known {
  readonly clause: Labelled
  readonly vector: Vector
}

function guesser<Name extends string>(
  known: readonly Known[],
  vocabulary: Vocabulary,
  labelOf: (clause: Labelled) => Name,
): (vector: Vector) => Guess<Name> {
  const names = [...new Set(known.map(({ clause }) => labelOf(clause)))].sort()
  const [first] = names
  if (first === undefined) throw new Error('there is no clause to learn from')
  const lessons: Lesson[] = known.map(({ clause, vector }) => ({ vector, label: names.indexOf(labelOf(clause)) }))
  const model = Logistic.train(lessons, vocabulary.size, names.length)
  return (vector) => {
    const probabilities = model.probabilities(vector)
    const probability = Math.max(...probabilities)
    const label = probabilities.indexOf(probability)
    return { is: names[label] ?? first, probability, because: reasons(model, vector, label) }
  }
}

/** The three words that spoke most for the answer. A word that already stands in a pair is not said twice. */
function reasons(model: Logistic, { ids, values, written }: Vector, label: number): string[] {
  const speaking = ids
    .map((id, at) => ({ words: written[at] ?? '', weight: model.speaksFor(id, values[at] ?? 0, label) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.words < b.words ? -1 : 1))
  const said: string[] = []
  for (const { words } of speaking) {
    if (said.length === 3) break
    if (!said.some((other) => words.split(' ').some((word) => other.split(' ').includes(word)))) said.push(words)
  }
  return said
}
