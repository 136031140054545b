import type { SampleTerm } from './types.ts'

type Off = SampleTerm['daysOff'][number]

const off = (name: string, start: string, end = start): Off => ({ name, start, end })

const term = (
  schoolYear: number,
  title: string,
  startsOn: string,
  endsOn: string,
  daysOff: readonly Off[],
): SampleTerm => ({
  schoolYear,
  title,
  startsOn,
  endsOn,
  daysOff,
})

/** Terms as a school in the north of England has them, with half terms and training days. */
export const TERMS: readonly SampleTerm[] = [
  term(2024, 'Autumn term 2024', '2024-09-02', '2024-12-20', [
    off('Training day', '2024-09-02'),
    off('Half term', '2024-10-28', '2024-11-01'),
  ]),
  term(2024, 'Spring term 2025', '2025-01-06', '2025-04-04', [
    off('Training day', '2025-01-06'),
    off('Half term', '2025-02-17', '2025-02-21'),
  ]),
  term(2024, 'Summer term 2025', '2025-04-22', '2025-07-22', [
    off('Half term', '2025-05-26', '2025-05-30'),
    off('Training day', '2025-06-27'),
  ]),
  term(2025, 'Autumn term 2025', '2025-09-01', '2025-12-19', [
    off('Training day', '2025-09-01'),
    off('Half term', '2025-10-27', '2025-10-31'),
  ]),
  term(2025, 'Spring term 2026', '2026-01-05', '2026-03-27', [
    off('Training day', '2026-01-05'),
    off('Half term', '2026-02-16', '2026-02-20'),
  ]),
  term(2025, 'Summer term 2026', '2026-04-13', '2026-07-21', [
    off('Half term', '2026-05-25', '2026-05-29'),
    off('Training day', '2026-06-26'),
  ]),
  term(2026, 'Autumn term 2026', '2026-09-01', '2026-12-18', [
    off('Training day', '2026-09-01'),
    off('Half term', '2026-10-26', '2026-10-30'),
  ]),
  term(2026, 'Spring term 2027', '2027-01-04', '2027-03-25', [
    off('Training day', '2027-01-04'),
    off('Half term', '2027-02-15', '2027-02-19'),
  ]),
  term(2026, 'Summer term 2027', '2027-04-12', '2027-07-21', [
    off('Half term', '2027-05-31', '2027-06-04'),
    off('Training day', '2027-06-25'),
  ]),
]
