import { NoPlace } from './change.ts'
import { kindOfHolder } from './holders.ts'
import { isMap, type Place, valueAt } from './place.ts'

/** A copy in which a construct, clause or section has another id, and everything that refers to it the same. */
export function renameId<T>(content: T, place: Place, to: string): T {
  const [holder = '', from = '', ...more] = place
  if (more.length > 0 || valueAt(content, place) === undefined) throw new NoPlace(place)
  if (valueAt(content, [holder, to]) !== undefined) throw new NoPlace([holder, to], 'taken')
  if (holder === 'clauses') return renamed(content, (text, path) => (namesClause(path) && text === from ? to : text))
  if (holder === 'sections') return renamed(content, (text, path) => (namesSection(path) && text === from ? to : text))
  const kind = kindOfHolder(holder)
  if (kind === undefined) throw new NoPlace(place, 'not_renamed')
  const followed = renamed(content, (text) => rereferred(text, `${kind}/${from}`, `${kind}/${to}`))
  const entries = Object.entries(valueAt(followed, [holder]) ?? {}).map(([id, value]) => [id === from ? to : id, value])
  return { ...followed, [holder]: Object.fromEntries(entries) }
}

/** A text that is the reference, or an expression that quotes it. */
export function rereferred(text: string, from: string, to: string): string {
  if (text === from || text.startsWith(`${from}#`)) return to + text.slice(from.length)
  if (!text.includes(from)) return text
  return text.replaceAll(new RegExp(`(['"])${from}((?:#[A-Za-z0-9_.-]+)?)\\1`, 'g'), `$1${to}$2$1`)
}

type Keys = readonly (string | number)[]

const namesClause = (path: Keys): boolean =>
  (path[0] === 'clauses' && path.length === 3 && path[2] === 'id') ||
  (path[0] !== 'clauses' && ['clauses', 'states', 'between'].includes(String(path.at(-2))))

const namesSection = (path: Keys): boolean =>
  (path[0] === 'clauses' && path[2] === 'section') ||
  (path[0] === 'sections' && (path[2] === 'id' || path[2] === 'under'))

/** A copy with every text put through a function. */
function renamed<T>(content: T, rename: (text: string, path: Keys) => string): T {
  const walk = (value: unknown, path: Keys): unknown => {
    if (typeof value === 'string') return rename(value, path)
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]))
    if (!isMap(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, [...path, key])]))
  }
  // Only texts change, and only ids for ids: the type stays.
  return walk(content, []) as T
}
