import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { decode } from './decode.ts'
import type { FaultList } from './faults.ts'
import type { Coverage, RosterFiles, RosterVersion } from './types.ts'

/** What `manifest.csv` says about the set, or what was inferred when there is none. */
export interface Manifest {
  readonly version: RosterVersion
  readonly system: string | null
  /** By file name; undefined when the manifest does not name the file. */
  readonly coverage: ReadonlyMap<string, Coverage>
}

const FILE = 'manifest.csv'

/** Reads the manifest and holds it against the files that are really there. Null when the version is not one we read. */
export async function readManifest(files: RosterFiles, faults: FaultList): Promise<Manifest | null> {
  const bytes = files.get(FILE)
  if (bytes === undefined) return inferred(files, faults)
  const properties = await readProperties(bytes, faults)
  if (properties === null) return null
  const version = versionOf(properties.get('oneroster.version') ?? '', faults)
  const coverage = new Map<string, Coverage>()
  for (const [name, value] of properties) {
    if (!name.startsWith('file.')) continue
    const said = coverageOf(value)
    if (said === null) faults.stop(FILE, `“${name}” is “${value}”. It can be absent, bulk or delta.`)
    else coverage.set(`${name.slice(5)}.csv`, said)
  }
  compare(files, coverage, faults)
  const system = properties.get('source.systemName') || properties.get('source.systemCode') || null
  return version === null ? null : { version, system, coverage }
}

async function readProperties(bytes: Uint8Array, faults: FaultList): Promise<Map<string, string> | null> {
  const { text } = decode(bytes)
  const properties = new Map<string, string>()
  try {
    const parser = parse({ relax_column_count: true, trim: true, max_record_size: 10_000 })
    Readable.from([Buffer.from(text)]).pipe(parser)
    for await (const cells of parser as AsyncIterable<string[]>) {
      const [name = '', value = ''] = cells
      if (name !== '' && name !== 'propertyName') properties.set(name, value)
    }
    return properties
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    faults.stop(FILE, 'The manifest cannot be read as CSV.')
    return null
  }
}

function versionOf(text: string, faults: FaultList): RosterVersion | null {
  if (/^v?1\.1(\.\d)?$/.test(text)) return '1.1'
  if (/^v?1\.2(\.\d)?$/.test(text)) return '1.2'
  faults.stop(FILE, `oneroster.version is “${text}”. Kept reads versions 1.1 and 1.2.`)
  return null
}

const coverageOf = (text: string): Coverage | null => {
  const word = text.toLowerCase()
  return word === 'absent' || word === 'bulk' || word === 'delta' ? word : null
}

function compare(files: RosterFiles, coverage: Map<string, Coverage>, faults: FaultList): void {
  for (const [file, said] of coverage) {
    if (said === 'absent' && files.has(file))
      faults.note(file, 'The manifest calls this file absent, so it was not read.')
    if (said !== 'absent' && !files.has(file))
      faults.stop(FILE, `The manifest promises ${file} (${said}), and it is not in the set.`)
  }
  for (const file of files.keys()) {
    if (file !== FILE && file.endsWith('.csv') && !coverage.has(file))
      faults.note(file, 'The manifest does not name this file. It was taken to be complete (bulk) if Kept reads it.')
  }
}

function inferred(files: RosterFiles, faults: FaultList): Manifest {
  const header = decode((files.get('users.csv') ?? new Uint8Array()).subarray(0, 4000)).text.split('\n')[0] ?? ''
  const version = files.has('roles.csv') || !/\brole\b/i.test(header) ? '1.2' : '1.1'
  faults.note(FILE, `There is no manifest. The set was read as OneRoster ${version}, each file complete (bulk).`)
  return { version, system: null, coverage: new Map() }
}

/** How much a file covers: what the manifest says, or complete when the file is there and nobody says. */
export const covers = (manifest: Manifest, files: RosterFiles, file: string): Coverage =>
  files.has(file) ? (manifest.coverage.get(file) ?? 'bulk') : 'absent'
