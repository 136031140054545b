import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The text of axe for a page to run: the small build, because a browser reads all of it again on each page. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
