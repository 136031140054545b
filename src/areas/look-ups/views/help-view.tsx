import { Alert } from '#ui/alert/alert.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import type { ContactGroup } from '../contacts.ts'
import type { Paper } from '../documents.ts'
import { ContactList } from './contact-list.tsx'
import { PaperSection } from './paper.tsx'
import { PolicyTabs } from './policy-tabs.tsx'

/** Where somebody finds help, in words for their age. */
export function HelpView(props: {
  readonly papers: readonly Paper[]
  readonly contacts: readonly ContactGroup[]
  readonly staff: boolean
  readonly easy: boolean
  readonly tellHref: string
}) {
  const { papers, contacts, staff, easy } = props
  return (
    <Page
      title={easy ? 'Get help' : 'Where to get help'}
      lede={easy ? 'You are not in trouble. Somebody can help you.' : 'Whom to turn to when something online is wrong.'}
    >
      <PolicyTabs here="help" easy={easy} />
      <div class="kept-gap-top">
        <Alert
          voice="danger"
          title={easy ? 'Is somebody in danger now?' : 'Somebody is in danger now'}
          action={
            <a class="govuk-button govuk-button--warning" href="tel:999">
              Call 999
            </a>
          }
        >
          {easy ? 'Call 999, or tell a grown-up at once.' : 'Call the police first. Then tell the school.'}
        </Alert>
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={props.tellHref}>
          {easy ? 'Tell the school what happened' : 'Tell the school that something is wrong'}
        </a>
      </p>
      {contacts.map((group, index) => (
        <ContactList group={group} id={`contacts-${index}`} />
      ))}
      {papers.length + contacts.length === 0 ? (
        <EmptyState
          title={easy ? 'Talk to a grown-up you trust' : 'The policy names nobody outside the school for you'}
        >
          {easy
            ? 'A teacher, a helper, or somebody at home.'
            : 'Turn to the designated safeguarding lead of your school.'}
        </EmptyState>
      ) : (
        papers.map((paper) => <PaperSection paper={paper} staff={staff} />)
      )}
    </Page>
  )
}
