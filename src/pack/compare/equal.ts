/** Whether two plain values hold the same, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => same(one, b[at]))
  if (!isMap(a) || !isMap(b)) return false
  const keys = keysOf(a, b)
  return keys.every((key) => same(a[key], b[key]))
}

/** A plain object. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The keys of both, each once. */
export const keysOf = (
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])]

/** What stands under a key, when it is there. */
export const valueAt = (value: object, key: string): unknown =>
  Object.entries(value).find(([name]) => name === key)?.[1]
