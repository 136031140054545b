import { Icon } from '#ui/icon/icon.tsx'
import { Page } from '#ui/page/page.tsx'

export interface SchoolsViewProps {
  readonly title: string
  readonly schools: readonly { readonly name: string; readonly href: string }[]
}

/** Where several schools share a policy: each has its own page. */
export function SchoolsView({ title, schools }: SchoolsViewProps) {
  return (
    <Page title={title} lede="Choose your school." audience="public">
      <ul class="kept-ways">
        {schools.map((school) => (
          <li>
            <a href={school.href}>
              <span>{school.name}</span>
              <Icon name="arrow" />
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}
