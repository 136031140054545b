import type { Example } from '../example.ts'
import { Icon, iconNames } from './icon.tsx'

/** All icons with their names. */
export const examples: readonly Example[] = [
  {
    name: 'All of them',
    node: (
      <ul class="kept-specimens">
        {iconNames.map((name) => (
          <li>
            <Icon name={name} /> {name}
          </li>
        ))}
      </ul>
    ),
  },
]
