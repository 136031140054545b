/** What a new pack is called: by its folder, or by the school's address. */
export interface NewName {
  readonly name: string
  readonly letter: string
}

/** The name of a pack with its letter: the initials of the name, three at most. */
export function newName(slug: string): NewName {
  const initials = slug
    .split('-')
    .map((word) => word.replace(/[^a-z]/g, '').charAt(0))
    .join('')
    .slice(0, 3)
  return { name: slug.slice(0, 60), letter: initials === '' ? 'P' : initials.toUpperCase() }
}
