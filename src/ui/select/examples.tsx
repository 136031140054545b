import type { Example } from '../example.ts'
import { Select } from './select.tsx'

const options = [
  { value: '', text: 'Choose a class' },
  { value: '5m', text: '5M' },
  { value: '5r', text: '5R' },
]

/** Plain, and with an error. */
export const examples: readonly Example[] = [
  { name: 'Plain', node: <Select name="class" label="Class" options={options} value="5r" /> },
  { name: 'With an error', node: <Select name="class-again" label="Class" options={options} error="Choose a class" /> },
]
