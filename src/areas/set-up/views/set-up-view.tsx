import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { PasswordInput } from '#ui/password-input/password-input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { MOST_SCHOOLS, postsField, schoolField } from '../forms.ts'
import { paths } from '../paths.ts'

export interface SetUpProps {
  readonly packs: readonly {
    readonly name: string
    readonly title: string
    readonly school: string
    readonly posts: readonly { readonly id: string; readonly says: string }[]
  }[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

type Asked = Pick<SetUpProps, 'typed' | 'errors'>

const PHASES = [
  { value: 'nursery', text: 'Nursery' },
  { value: 'primary', text: 'Primary' },
  { value: 'secondary', text: 'Secondary' },
  { value: 'sixth_form', text: 'Sixth form' },
]

/** The only page of an empty installation. */
export function SetUpView({ packs, typed, errors }: SetUpProps) {
  const asked = { typed, errors }
  return (
    <Page
      title="Set up Kept"
      lede="This installation is empty. One page, once: then you are signed in, and the rest is done inside."
      audience="public"
      errors={errors}
    >
      <Form action={paths.setUp.to()}>
        <Input
          name="code"
          label="One-time code"
          hint="It stands in the terminal in which Kept was started. It works once, for 24 hours."
          autocomplete="off"
          spellcheck={false}
          value={typed.code}
          error={errors.code}
        />
        <Organisation {...asked} />
        <Schools {...asked} />
        <Administrator {...asked} />
        <Policy packs={packs} {...asked} />
        <Button preventDoubleClick>Set up and sign in</Button>
      </Form>
    </Page>
  )
}

function Organisation({ typed, errors }: Asked) {
  return (
    <>
      <h2 class="govuk-heading-m kept-gap-top">The organisation</h2>
      <Input
        name="name"
        label="Name"
        hint="A school, a federation or a trust"
        autocomplete="organization"
        value={typed.name}
        error={errors.name}
      />
      <Input
        name="slug"
        label="Short name for addresses"
        hint="Small letters, figures and hyphens, like larkbeck-school. It stands on posters and cannot be changed later."
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        width={20}
        value={typed.slug}
        error={errors.slug}
      />
    </>
  )
}

function Schools({ typed, errors }: Asked) {
  const more = Array.from({ length: MOST_SCHOOLS - 1 }, (_, index) => index + 2)
  const open = more.some((number) =>
    [schoolField(number), `${schoolField(number)}-phases`].some((field) => typed[field] || errors[field]),
  )
  return (
    <>
      <h2 class="govuk-heading-m kept-gap-top">Its schools</h2>
      <School number={1} typed={typed} errors={errors} />
      <Details summary="There are more schools" open={open}>
        {more.map((number) => (
          <School number={number} typed={typed} errors={errors} />
        ))}
        <p class="govuk-hint">Others come with the roster that you import later.</p>
      </Details>
    </>
  )
}

function School({ number, typed, errors }: Asked & { readonly number: number }) {
  const field = schoolField(number)
  return (
    <>
      <Input name={field} label={`Name of school ${number}`} value={typed[field]} error={errors[field]} />
      <Checkboxes
        name={`${field}-phases`}
        legend={`What school ${number} teaches`}
        small
        options={PHASES}
        value={typed[`${field}-phases`]}
        error={errors[`${field}-phases`]}
      />
    </>
  )
}

function Administrator({ typed, errors }: Asked) {
  return (
    <>
      <h2 class="govuk-heading-m kept-gap-top">You, the first administrator</h2>
      <Input
        name="givenName"
        label="First name"
        autocomplete="given-name"
        value={typed.givenName}
        error={errors.givenName}
      />
      <Input
        name="familyName"
        label="Last name"
        autocomplete="family-name"
        value={typed.familyName}
        error={errors.familyName}
      />
      <Input
        name="login"
        label="Mail address"
        hint="You sign in with it"
        type="email"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        value={typed.login}
        error={errors.login}
      />
      <PasswordInput
        name="password"
        label="Password"
        hint="At least 12 characters. Three words that nobody would guess are good."
        autocomplete="new-password"
        error={errors.password}
      />
    </>
  )
}

function Policy({ packs, typed, errors }: SetUpProps) {
  return (
    <>
      <h2 class="govuk-heading-m kept-gap-top">The policy to start from</h2>
      <Radios
        name="pack"
        legend="Which policy is most like yours?"
        legendSize="s"
        hint="It is in force from today. You can publish a changed version later."
        value={typed.pack}
        error={errors.pack}
        options={packs.map((pack) => ({ value: pack.name, text: pack.title, hint: pack.school }))}
      />
      {packs.map((pack) => (
        <Checkboxes
          name={postsField(pack.name)}
          legend={packs.length === 1 ? 'Your posts under this policy' : `Your posts under “${pack.title}”`}
          legendSize="s"
          hint="Choose those that you hold. Whoever looks after the computers usually takes the network manager’s."
          small
          value={typed[postsField(pack.name)]}
          error={errors[postsField(pack.name)]}
          options={pack.posts.map((post) => ({ value: post.id, text: post.says }))}
        />
      ))}
    </>
  )
}
