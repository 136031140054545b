import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the checkout, found from the running file: the bundle lies elsewhere than the sources. */
export function projectRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'migrations')) && existsSync(join(folder, 'package.json'))) return folder
    if (dirname(folder) === folder) throw new Error(`no checkout above ${from}`)
  }
}
