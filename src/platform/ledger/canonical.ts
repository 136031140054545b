/**
 * The RFC 8785 (JCS) text of a value: keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them.
 * @throws TypeError for what JSON cannot say (a number that is not finite, a function, a lone surrogate).
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that JSON cannot say')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('a text with half a character')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (typeof value === 'object') return canonicalObject(Object.entries(value))
  throw new TypeError(`a ${typeof value}, which JSON cannot say`)
}

function canonicalObject(entries: [string, unknown][]): string {
  const said = entries.filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${said.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(',')}}`
}
