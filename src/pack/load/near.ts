/** The known word that somebody may have meant, or null when none is near. */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  const near = Math.max(1, Math.min(3, word.length / 3))
  let best: { readonly other: string; readonly far: number } | null = null
  for (const other of known) {
    // Letters too few or too many are edits already; comparing a whole page with each word would take minutes.
    if (Math.abs(word.length - other.length) > near) continue
    const far = distance(word, other)
    if (far <= near && (best === null || far < best.far)) best = { other, far }
  }
  return best?.other ?? null
}

/** Edits between two words, for a helpful guess; short words only. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
