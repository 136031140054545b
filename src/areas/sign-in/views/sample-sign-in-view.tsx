import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Carry } from '../carry.ts'
import { paths } from '../paths.ts'
import type { SampleGroup, SamplePerson } from '../sample-person.ts'
import { SAMPLE_GROUPS } from '../sample-person.ts'
import { Carried, KeptNote } from './carried.tsx'

export interface SampleSignInProps {
  readonly organisation: string
  readonly people: readonly SamplePerson[]
  readonly words: string
  readonly carry: Carry
  readonly reportHref: string
}

const TITLES: Readonly<Record<SampleGroup, string>> = {
  post: 'Staff with a post under the policy',
  staff: 'Other staff',
  governor: 'Governors',
  parent: 'Parents and carers',
  pupil: 'Pupils',
  visitor: 'Visitors and volunteers',
}

/** The sample's first page: be anybody in one click. */
export function SampleSignInView({ organisation, people, words, carry, reportHref }: SampleSignInProps) {
  return (
    <Page
      title={`Who are you today at ${organisation}?`}
      lede="Everybody here is invented. Press a name to see Kept as they see it."
      audience="public"
      wide
    >
      <KeptNote carry={carry} />
      <div class="kept-split">
        {carry.kept === null && <Find words={words} next={carry.next} />}
        <ul class="govuk-list kept-split__end">
          <li>
            <a class="govuk-link" href={reportHref}>
              Tell the school something without a name
            </a>
          </li>
          <li>
            <a class="govuk-link" href={paths.otherWays.to(carry.next)}>
              See how a real school signs in
            </a>
          </li>
        </ul>
      </div>
      {people.length === 0 && <p class="govuk-body-l">Nobody here has this name.</p>}
      {SAMPLE_GROUPS.map((group) => (
        <Group title={TITLES[group]} group={group} people={people} carry={carry} />
      ))}
    </Page>
  )
}

function Find({ words, next }: { readonly words: string; readonly next: string | null }) {
  return (
    <form method="get" action={paths.signIn.to()} class="kept-find">
      {next !== null && <input type="hidden" name="next" value={next} />}
      <Input name="words" type="search" label="Find somebody by name" value={words} width={20} />
      <Button variant="secondary">Find</Button>
    </form>
  )
}

interface GroupProps {
  readonly title: string
  readonly group: SampleGroup
  readonly people: readonly SamplePerson[]
  readonly carry: Carry
}

function Group({ title, group, people, carry }: GroupProps) {
  const own = people.filter((person) => person.group === group)
  if (own.length === 0) return null
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2 class="govuk-heading-m kept-gap-top" id={`group-${group}`}>
        {title}
      </h2>
      <Form action={paths.signInAs.to()}>
        <Carried carry={carry} />
        <ul class="kept-who">
          {own.map((person) => (
            <li>
              <button class="kept-who__one" type="submit" name="person" value={person.personId}>
                <b>{person.name}</b> <span>{person.about}</span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  )
}
