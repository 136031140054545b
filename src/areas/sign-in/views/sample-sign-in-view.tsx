import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

export interface SampleSignInProps {
  readonly organisation: string
  readonly people: readonly {
    readonly personId: string
    readonly name: string
    readonly kind: string
    readonly about: string
  }[]
  readonly words: string
  readonly reportHref: string
}

const KINDS: readonly { kind: string; title: string }[] = [
  { kind: 'staff', title: 'Staff' },
  { kind: 'governor', title: 'Governors' },
  { kind: 'parent', title: 'Parents and carers' },
  { kind: 'pupil', title: 'Pupils' },
  { kind: 'visitor', title: 'Visitors' },
]

/** The sample's first page: be anybody in one click. */
export function SampleSignInView({ organisation, people, words, reportHref }: SampleSignInProps) {
  return (
    <Page title={`Who are you today at ${organisation}?`} audience="public" wide>
      <InsetText>Everybody here is invented. Choose somebody to see Kept as they see it.</InsetText>
      <p class="govuk-body">
        Or tell the school something{' '}
        <a class="govuk-link" href={reportHref}>
          without a name
        </a>
        .
      </p>
      <form method="get" action={paths.signIn.to()} class="kept-gap-top">
        <label class="govuk-label" for="words">
          Find somebody by name
        </label>
        <input class="govuk-input govuk-input--width-20" id="words" name="words" type="search" value={words} />{' '}
        <Button small>Find</Button>
      </form>
      {people.length === 0 && <p class="govuk-body">Nobody has this name.</p>}
      {KINDS.map(({ kind, title }) => {
        const own = people.filter((person) => person.kind === kind)
        return own.length === 0 ? null : (
          <section aria-labelledby={`kind-${kind}`}>
            <h2 class="govuk-heading-m kept-gap-top" id={`kind-${kind}`}>
              {title}
            </h2>
            <Form action={paths.signInAs.to()}>
              <ul class="govuk-list kept-people">
                {own.map((person) => (
                  <li class="kept-person">
                    <Button small variant="secondary" name="person" value={person.personId}>
                      {person.name}
                    </Button>{' '}
                    <span class="kept-meta">{person.about}</span>
                  </li>
                ))}
              </ul>
            </Form>
          </section>
        )
      })}
    </Page>
  )
}
