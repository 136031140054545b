import { measure } from './chart.ts'

/** Letters in a line of an answer: beside a way that goes across, and beside one that goes down. */
export const answerRoom = { beside: 14, below: 20 } as const

const roomInStep = Math.floor((measure.node - 26) / measure.letter)

/** Breaks a label into lines that fit a step (or so many letters), as even as words allow. */
export function wrap(label: string, room = roomInStep): string[] {
  const words = label.split(/\s+/).filter(Boolean)
  const full = fill(words, room)
  for (let width = Math.ceil(label.length / full.length); width < room; width++) {
    const even = fill(words, width)
    if (even.length === full.length) return even
  }
  return full
}

function fill(words: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
