import type { Example } from '../example.ts'
import { PickCards, type PickOption } from './pick-cards.tsx'

const options: readonly PickOption[] = [
  { value: 'unkind', text: 'Somebody was unkind', picture: 'unkind' },
  { value: 'scary', text: 'I saw a scary thing', picture: 'scary' },
  { value: 'stranger', text: 'A stranger talked to me', picture: 'stranger' },
  { value: 'other', text: 'Something else', picture: 'other' },
]

/** For the youngest, and for 7 to 11. */
export const examples: readonly Example[] = [
  {
    name: 'Age 4 to 7',
    node: <PickCards age="young" name="pick-young" legend="What happened?" options={options} />,
  },
  {
    name: 'Age 7 to 11',
    node: <PickCards name="pick-middle" legend="What is it about?" options={options} value="scary" />,
  },
]
