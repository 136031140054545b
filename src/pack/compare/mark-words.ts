/** A stretch of text that stayed, went or came. */
export interface Mark {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

// Beyond this many comparisons the whole middle is shown as replaced: bounded time matters more than a fine picture.
const MOST_CELLS = 4_000_000

/** What differs between two texts, word by word: without the added marks it reads as before, without the removed ones as after. */
export function markWords(before: string, after: string): Mark[] {
  const old = tokensOf(before)
  const now = tokensOf(after)
  const start = sharedStart(old, now)
  const end = sharedEnd(old, now, start)
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return joined([...same(old.slice(0, start)), ...middle, ...same(end === 0 ? [] : old.slice(old.length - end))])
}

/** Words, the space between them, and marks of punctuation, each for itself. */
const tokensOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}'’_-]+|[^\s\p{L}\p{N}]/gu) ?? []

const same = (tokens: readonly string[]): Mark[] => tokens.map((text) => ({ kind: 'same', text }))

function sharedStart(old: readonly string[], now: readonly string[]): number {
  let count = 0
  while (count < old.length && count < now.length && old[count] === now[count]) count += 1
  return count
}

function sharedEnd(old: readonly string[], now: readonly string[], start: number): number {
  let count = 0
  const most = Math.min(old.length, now.length) - start
  while (count < most && old[old.length - 1 - count] === now[now.length - 1 - count]) count += 1
  return count
}

/** The longest common run of words stays; the rest went or came. */
function between(old: readonly string[], now: readonly string[]): Mark[] {
  if (old.length * now.length > MOST_CELLS || !isRewording(old, now))
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ]
  const width = now.length + 1
  const lengths = commonLengths(old, now)
  const marks: Mark[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < now.length) {
    const [was, is] = [old[row], now[column]]
    if (was !== undefined && was === is) {
      marks.push({ kind: 'same', text: was })
      row += 1
      column += 1
    } else if (
      was !== undefined &&
      (is === undefined || (lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0))
    ) {
      marks.push({ kind: 'removed', text: was })
      row += 1
    } else if (is !== undefined) {
      marks.push({ kind: 'added', text: is })
      column += 1
    }
  }
  return marks
}

// Below this share of common words a text was written anew: marking each comma that stayed would only confuse.
const LEAST_SHARED = 0.25

function isRewording(old: readonly string[], now: readonly string[]): boolean {
  const words = (tokens: readonly string[]) => tokens.filter((token) => token.length > 3 && /\p{L}/u.test(token))
  const [before, after] = [words(old), words(now)]
  if (Math.min(before.length, after.length) < 4) return true
  const known = new Set(before)
  return after.filter((word) => known.has(word)).length >= LEAST_SHARED * Math.min(before.length, after.length)
}

function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        old[row] === now[column]
          ? 1 + (lengths[(row + 1) * width + column + 1] ?? 0)
          : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0)
  return lengths
}

/** A space between two changed words belongs to the change: what went stands before what came. */
function joined(marks: readonly Mark[]): Mark[] {
  const out: Mark[] = []
  let run = { removed: '', added: '' }
  const flush = () => {
    if (run.removed !== '') out.push({ kind: 'removed', text: run.removed })
    if (run.added !== '') out.push({ kind: 'added', text: run.added })
    run = { removed: '', added: '' }
  }
  for (const [index, mark] of marks.entries()) {
    if (mark.kind !== 'same') run = { ...run, [mark.kind]: run[mark.kind] + mark.text }
    else if (/^\s+$/.test(mark.text) && run.removed !== '' && run.added !== '' && changesAfter(marks, index))
      run = { removed: run.removed + mark.text, added: run.added + mark.text }
    else {
      flush()
      const last = out.at(-1)
      if (last?.kind === 'same') out[out.length - 1] = { kind: 'same', text: last.text + mark.text }
      else out.push(mark)
    }
  }
  flush()
  return out
}

/** Both sides change right after this space. */
const changesAfter = (marks: readonly Mark[], index: number): boolean => {
  const next = marks.slice(index + 1, index + 3)
  return next.length > 0 && next[0]?.kind !== 'same'
}
