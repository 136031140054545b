import { Document, type ParsedNode, parseAllDocuments } from 'yaml'
import type { Fault, PackFile } from './fault.ts'
import { Lines } from './lines.ts'

/** The largest file and pack, the deepest nesting, and how many faults are told at once: far more than a policy needs. */
export const LIMITS = { characters: 2_000_000, all: 5_000_000, depth: 40, files: 300, faults: 500 } as const

/** A parsed file: its root, how to find lines, and what was wrong. */
export interface Parsed {
  readonly file: PackFile
  readonly root: ParsedNode | null
  readonly lines: Lines
  readonly faults: readonly Fault[]
}

/** Turns an offset in a file into line and column. */
export const placeAt = (file: PackFile, lines: Lines, offset: number) => ({ file: file.path, ...lines.at(offset) })

const WORDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with spaces, not with a tab.',
  MULTIPLE_DOCS: 'A file holds one document: remove the line of three dashes.',
  BAD_ALIAS: 'Aliases (*name) are not allowed: write the value out.',
  MULTIPLE_ANCHORS: 'Anchors (&name) are not allowed: write the value out.',
  TAG_RESOLVE_FAILED: 'Tags (!name) are not allowed.',
}

/** Parses one YAML file. Never throws: whatever is in the file becomes a root or a fault. */
export function parseYaml(file: PackFile): Parsed {
  const lines = new Lines(file.text)
  const refuse = (rule: string, says: string): Parsed => ({
    file,
    root: null,
    lines,
    faults: [{ file: file.path, line: 1, column: 1, rule, says }],
  })
  if (file.text.length > LIMITS.characters) return refuse('too_large', 'This file is too large for a pack: split it.')
  if (!isText(file.text))
    return refuse('encoding', 'This file is not saved as plain text in UTF-8: save it again in that encoding.')
  if (tooDeep(file.text)) return refuse('too_deep', 'This file nests too deeply.')
  try {
    return parsed(file, lines)
  } catch {
    return refuse('yaml', 'This file cannot be read as YAML.')
  }
}

function parsed(file: PackFile, lines: Lines): Parsed {
  const documents = parseAllDocuments(file.text, {
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    // Compares each key with every one before it: a file of nothing but keys would take hours. The walk looks itself.
    uniqueKeys: false,
    logLevel: 'silent',
  })
  const [first, second] = Array.isArray(documents) ? documents : []
  if (!(first instanceof Document)) return { file, root: null, lines, faults: [] }
  const problems = [...first.errors, ...first.warnings]
  // What follows the first thing that cannot be read is mostly its echo.
  const faults = problems.slice(0, 1).map((problem) => ({
    ...placeAt(file, lines, problem.pos[0]),
    rule: 'yaml',
    says: WORDS[problem.code] ?? `This is not readable YAML: ${problem.message.split('\n')[0]}`,
  }))
  if (second !== undefined)
    faults.push({ ...placeAt(file, lines, second.range[0]), rule: 'yaml', says: WORDS.MULTIPLE_DOCS ?? '' })
  return { file, root: first.contents, lines, faults }
}

// A file in another encoding was read as UTF-8 all the same: what did not fit stands there as U+FFFD or as nought.
const isText = (text: string): boolean => text.isWellFormed() && !/[\0\uFFFD]/.test(text)

// The parser calls itself for each level: brackets alone could exhaust the stack before any node exists.
// Brackets inside texts are counted too, which only matters far beyond what a pack needs.
function tooDeep(text: string): boolean {
  let depth = 0
  let deepest = 0
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth)
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
  }
  return deepest > LIMITS.depth * 10
}
