import { ROUTES } from './routes.table.ts'
import type { Things } from './world.ts'

/** The address of a route with the things of a world in it, as its row in the table says. */
export function pathOf(name: string, things: Things): string {
  const row = ROUTES[name]
  const url = name.slice(name.indexOf(' ') + 1)
  const filled = url.replaceAll(/:(\w+)/g, (_whole, param: string) => {
    const thing = row?.names?.[param] ?? row?.open_things?.[param]
    return encodeURIComponent(thing === undefined ? (row?.fixed?.[param] ?? param) : things[thing])
  })
  return `${filled}${row?.query ?? ''}`
}
