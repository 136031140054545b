import { basename, resolve } from 'node:path'
import { Halt } from '#core/errors.ts'

/** What a new pack is called: by its folder. */
export interface NewName {
  readonly name: string
  readonly letter: string
}

/** The name of a pack is that of its folder; its letter the initials of the name, three at most. */
export function nameOf(folder: string): NewName {
  const name = basename(resolve(folder))
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(name))
    throw new Halt(
      `Name the folder with small letters, digits and hyphens: a pack is called as its folder, and “${name}” cannot be.`,
    )
  const initials = name
    .split('-')
    .map((word) => word.replace(/[^a-z]/g, '').charAt(0))
    .join('')
    .slice(0, 3)
  return { name, letter: initials === '' ? 'P' : initials.toUpperCase() }
}
