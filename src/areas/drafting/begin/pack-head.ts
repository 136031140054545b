import { basename, resolve } from 'node:path'
import { Halt } from '#core/errors.ts'
import { type NewName, newName } from './new-name.ts'

export type { NewName }

/** The name of a pack is that of its folder; its letter the initials of the name, three at most. */
export function nameOf(folder: string): NewName {
  const name = basename(resolve(folder))
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(name))
    throw new Halt(
      `Name the folder with small letters, digits and hyphens: a pack is called as its folder, and “${name}” cannot be.`,
    )
  return newName(name)
}
