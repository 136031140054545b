import type { Example } from '../example.ts'
import { Page } from '../page/page.tsx'
import { cases } from './cases.ts'
import { fields } from './fields.ts'
import { furniture } from './furniture.ts'
import type { PartGroup } from './part.ts'
import { standing } from './standing.ts'

/** Every component, in the order in which the page shows them. */
export const partGroups: readonly PartGroup[] = [standing, fields, cases, furniture]

/** Shows each component with its examples: what the product is drawn with. For sample installations only. */
export function DesignPage() {
  return (
    <Page
      title="Parts of the look"
      lede="Everything that pages are put together from, with the examples that tests run."
    >
      <nav aria-label="Parts">
        {partGroups.map((group) => (
          <p class="kept-design__index">
            <b>{group.title}:</b>{' '}
            {Object.keys(group.parts).map((name) => (
              <a class="kept-link" href={`#part-${name}`}>
                {name}
              </a>
            ))}
          </p>
        ))}
      </nav>
      {partGroups.map((group) => (
        <Group {...group} />
      ))}
    </Page>
  )
}

function Group({ title, about, parts }: PartGroup) {
  return (
    <section class="kept-section">
      <h2 class="govuk-heading-l">{title}</h2>
      <p class="govuk-body">{about}</p>
      {Object.entries(parts).map(([name, examples]) => (
        <Part name={name} examples={examples} />
      ))}
    </section>
  )
}

function Part({ name, examples }: { name: string; examples: readonly Example[] }) {
  return (
    <div class="kept-design__part" id={`part-${name}`}>
      <h2 class="govuk-heading-m">{name}</h2>
      {examples.map((example) => (
        <div class="kept-design__example">
          <p class="kept-meta">{example.name}</p>
          {example.node}
        </div>
      ))}
    </div>
  )
}
