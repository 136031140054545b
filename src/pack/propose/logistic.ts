import type { Vector } from './features.ts'

/** A text to learn from: its vector and the class it belongs to, by number. */
export interface Lesson {
  readonly vector: Vector
  readonly label: number
}

const ROUNDS = 10
const STEP = 0.3
const DECAY = 1e-3

/** Logistic regression for several classes: one weight for each feature and class. */
export class Logistic {
  readonly #weights: Float64Array
  readonly #classes: number

  constructor(features: number, classes: number) {
    this.#weights = new Float64Array((features + 1) * classes)
    this.#classes = classes
  }

  /**
   * Learns by walking through the lessons again and again, in a shuffled order that is the same each time: the same
   * packs always give the same proposals.
   */
  static train(lessons: readonly Lesson[], features: number, classes: number): Logistic {
    const model = new Logistic(features, classes)
    // AdaGrad: a feature that is seen seldom moves further each time it is.
    const moved = new Float64Array(model.#weights.length).fill(1e-8)
    const random = seeded(20_260_101)
    const order = lessons.map((_, index) => index)
    for (let round = 0; round < ROUNDS; round += 1) {
      shuffle(order, random)
      for (const index of order) {
        const lesson = lessons[index]
        if (lesson !== undefined) model.#learn(lesson, moved, features)
      }
    }
    return model
  }

  /** How likely each class is; together one. */
  probabilities({ ids, values }: Vector): number[] {
    const classes = this.#classes
    const weights = this.#weights
    const scores = [...weights.subarray(weights.length - classes)]
    for (let at = 0; at < ids.length; at += 1) {
      const value = values[at] ?? 0
      const row = (ids[at] ?? 0) * classes
      for (let label = 0; label < classes; label += 1)
        scores[label] = (scores[label] ?? 0) + value * (weights[row + label] ?? 0)
    }
    const highest = Math.max(...scores)
    const powers = scores.map((score) => Math.exp(score - highest))
    const sum = powers.reduce((a, b) => a + b, 0)
    return powers.map((power) => power / sum)
  }

  /** How much one feature of a text speaks for a class, beside what it says for the average class. */
  speaksFor(id: number, value: number, label: number): number {
    const row = this.#weights.subarray(id * this.#classes, (id + 1) * this.#classes)
    const mean = row.reduce((a, b) => a + b, 0) / this.#classes
    return value * ((row[label] ?? 0) - mean)
  }

  #learn({ vector, label }: Lesson, moved: Float64Array, bias: number): void {
    const off = this.probabilities(vector).map((probability, index) => probability - (index === label ? 1 : 0))
    for (const [at, id] of vector.ids.entries()) this.#move(id, vector.values[at] ?? 0, off, moved)
    this.#move(bias, 1, off, moved)
  }

  #move(id: number, value: number, off: readonly number[], moved: Float64Array): void {
    const classes = this.#classes
    const weights = this.#weights
    for (let label = 0; label < classes; label += 1) {
      const index = id * classes + label
      const weight = weights[index] ?? 0
      const slope = (off[label] ?? 0) * value + DECAY * weight
      const so = (moved[index] ?? 0) + slope * slope
      moved[index] = so
      weights[index] = weight - (STEP * slope) / Math.sqrt(so)
    }
  }
}

/** Numbers from nought to one that look random and are the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const [a = 0, b = 0] = [order[last], order[other]]
    order[last] = b
    order[other] = a
  }
}
