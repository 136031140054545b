import type { Example } from '../example.ts'
import { ServiceNavigation } from './service-navigation.tsx'

/** A menu under a name. */
export const examples: readonly Example[] = [
  {
    name: 'Under a name',
    node: (
      <ServiceNavigation
        serviceName="Larkbeck School"
        label="Example of a menu"
        navigationLabel="Example"
        navigationId="navigation-example"
        items={[
          { text: 'My duties', href: '#service-navigation', active: true },
          { text: 'Policy', href: '#service-navigation' },
        ]}
      />
    ),
  },
]
