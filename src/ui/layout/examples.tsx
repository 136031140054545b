import { Card } from '../card/card.tsx'
import type { Example } from '../example.ts'
import { Layout, Section } from './layout.tsx'

/** The work, with a side column. */
export const examples: readonly Example[] = [
  {
    name: 'With a side column',
    node: (
      <Layout sideLabel="Example of a side column" side={<Card title="Beside">Facts about the work.</Card>}>
        <p class="govuk-body">The work itself.</p>
      </Layout>
    ),
  },
  {
    name: 'A section',
    node: (
      <Section id="section-example" title="This half term" size="m">
        <p class="govuk-body">What is in it.</p>
      </Section>
    ),
  },
]
