import { holders } from '../edit/holders.ts'
import { placesNaming } from '../edit/names-of.ts'
import { renameId, rereferred } from '../edit/rename.ts'
import type { Pack } from '../types/pack.ts'
import type { Difference } from './difference.ts'
import { isMap, same, valueAt } from './equal.ts'

/** A thing that is the same under another id. */
interface Rename {
  readonly holder: string
  readonly from: string
  readonly to: string
}

/**
 * The earlier pack with the ids of the later one wherever a thing is the same but for its id, and a sentence for each: what
 * refers to it has followed, so nothing else of it differs.
 */
export function withRenames(before: Pack, after: Pack): { before: Pack; renames: Difference[] } {
  const found = [...Object.entries(holders), ['clauses', ''] as const, ['sections', ''] as const].flatMap(
    ([holder, kind]) => renamesIn(before, after, holder, kind),
  )
  return {
    before: found.reduce((pack, one) => renameId(pack, [one.holder, one.from], one.to), before),
    renames: found.map(sayRename),
  }
}

function renamesIn(before: Pack, after: Pack, holder: string, kind: string): Rename[] {
  const [was, is] = [entriesOf(valueAt(before, holder)), entriesOf(valueAt(after, holder))]
  const came = [...is].filter(([id]) => !was.has(id))
  if (came.length === 0) return []
  return [...was].flatMap(([from, old]) => {
    if (is.has(from)) return []
    const namesItself = kind !== '' && JSON.stringify(old).includes(`${kind}/${from}`)
    const at = came.findIndex(([to, now]) =>
      same(now, namesItself ? selfNamed(old, `${kind}/${from}`, `${kind}/${to}`) : old),
    )
    // Where something still names the old one, another took its place.
    if (at < 0 || (kind !== '' && placesNaming(after, `${kind}/${from}`).length > 0)) return []
    const [found] = came.splice(at, 1)
    return found === undefined ? [] : [{ holder, from, to: found[0] }]
  })
}

/** What a map or list holds by id, each without the id itself. */
function entriesOf(things: unknown): Map<string, unknown> {
  if (isMap(things)) return new Map(Object.entries(things))
  const list = Array.isArray(things) ? things.filter(isMap) : []
  return new Map(list.map(({ id, ...rest }) => [String(id), rest]))
}

/** A thing that names itself, as it would under the other id. */
function selfNamed(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') return rereferred(value, from, to)
  if (Array.isArray(value)) return value.map((one) => selfNamed(one, from, to))
  if (!isMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, selfNamed(one, from, to)]))
}

// Under these ids people have signed and things are on record: another id is another agreement, another register.
const CARRIES: ReadonlySet<string> = new Set(['assents', 'records'])
const CALLED: Readonly<Record<string, string>> = { clauses: 'clause', sections: 'section' }

function sayRename({ holder, from, to }: Rename): Difference {
  const kind = CALLED[holder] ?? Object.entries(holders).find(([name]) => name === holder)?.[1] ?? holder
  return {
    path: `${holder}/${to}`,
    says: `${kind} ${from} is called ${to} now`,
    nature: CARRIES.has(holder) ? 'rule' : 'name',
    marks: [],
  }
}
