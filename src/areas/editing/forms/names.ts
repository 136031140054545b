/** The field of a form in which a fault shows: the one at its place, or the nearest around it that the form has. */
export function fieldOfFault(fields: ReadonlySet<string>, page: string, place: string): string | null {
  const within = place === page ? '' : place.startsWith(`${page}/`) ? place.slice(page.length + 1) : null
  if (within === null) return null
  const byPlain = new Map([...fields].map((name) => [plainName(name), name]))
  const keys = within.split('/')
  for (let length = keys.length; length > 0; length -= 1) {
    const found = byPlain.get(keys.slice(0, length).join('/'))
    if (found !== undefined) return found
  }
  return null
}

/** A field's name without the shape that it belongs to: `asked:0/of` is at `asked/of`. */
const plainName = (name: string): string => name.replaceAll(/:\d+/g, '')
