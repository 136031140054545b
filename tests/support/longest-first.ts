import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Whole programs and browsers: minutes in all, wherever they run.
const LONG = [
  'tests/sample/',
  'tests/journeys/',
  '.scenario.test.ts',
  'tests/crash/',
  'tests/start/',
  'tests/security/',
  'tests/packs/',
]

/** Begins with what is known to take long, so that no worker is left alone with it at the end, not even on a first run. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((part) => moduleId.includes(part))
      return at < 0 ? LONG.length : at
    }
    return sorted.toSorted((a, b) => place(a) - place(b))
  }
}
