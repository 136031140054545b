import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { PasswordInput } from '#ui/password-input/password-input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { draftValue, MOST_SCHOOLS, postsField, schoolField } from '../forms.ts'
import { paths } from '../paths.ts'
import type { Asked } from './asked.tsx'
import { Boxes, Exact, Line } from './asked.tsx'

interface Offered {
  readonly name: string
  readonly title: string
  readonly school: string
  readonly posts: readonly { readonly id: string; readonly says: string }[]
}

export interface SetUpProps extends Asked {
  readonly packs: readonly Offered[]
  /** What a draft can begin from. */
  readonly drafts: readonly { readonly value: string; readonly text: string; readonly hint: string }[]
  /** What a password needs, as it stands beside the field. */
  readonly passwordHint: string
}

const PHASES = [
  { value: 'nursery', text: 'Nursery' },
  { value: 'primary', text: 'Primary' },
  { value: 'secondary', text: 'Secondary' },
  { value: 'sixth_form', text: 'Sixth form' },
]

/** The only page of an empty installation. */
export function SetUpView({ packs, drafts, passwordHint, ...asked }: SetUpProps) {
  return (
    <Page
      title="Set up Kept"
      lede="This installation is empty. One page, once: then you are signed in, and the rest is done inside."
      audience="public"
      errors={asked.errors}
    >
      <Form action={paths.setUp.to()}>
        <Exact
          name="code"
          label="One-time code"
          hint="It stands in the terminal in which Kept was started. It works once, for 24 hours."
          autocomplete="off"
          asked={asked}
        />
        <Organisation asked={asked} />
        <Schools asked={asked} />
        <Administrator asked={asked} passwordHint={passwordHint} />
        <Policy asked={asked} packs={packs} drafts={drafts} />
        <Button preventDoubleClick>Set up and sign in</Button>
      </Form>
    </Page>
  )
}

interface Part {
  readonly asked: Asked
}

function Organisation({ asked }: Part) {
  return (
    <>
      <h2 class="govuk-heading-m kept-gap-top">The organisation</h2>
      <Line
        name="name"
        label="Name"
        hint="A school, a federation or a trust"
        autocomplete="organization"
        asked={asked}
      />
      <Exact
        name="slug"
        label="Short name for addresses"
        hint="Small letters, figures and hyphens, like larkbeck-school. It stands on posters and cannot be changed later."
        autocomplete="off"
        width={20}
        asked={asked}
      />
    </>
  )
}

function Schools({ asked }: Part) {
  const more = Array.from({ length: MOST_SCHOOLS - 1 }, (_, index) => index + 2)
  const open = more
    .flatMap((number) => [schoolField(number), `${schoolField(number)}-phases`])
    .some((field) => asked.typed[field] || asked.errors[field])
  return (
    <>
      <h2 class="govuk-heading-m kept-gap-top">Its schools</h2>
      <School number={1} asked={asked} />
      <Details summary="There are more schools" open={open}>
        {more.map((number) => (
          <School number={number} asked={asked} />
        ))}
        <p class="govuk-hint">Others come with the roster that you import later.</p>
      </Details>
    </>
  )
}

function School({ number, asked }: Part & { readonly number: number }) {
  const field = schoolField(number)
  return (
    <>
      <Line name={field} label={`Name of school ${number}`} asked={asked} />
      <Boxes name={`${field}-phases`} legend={`What school ${number} teaches`} options={PHASES} asked={asked} />
    </>
  )
}

function Administrator({ asked, passwordHint }: Part & { readonly passwordHint: string }) {
  return (
    <>
      <h2 class="govuk-heading-m kept-gap-top">You, the first administrator</h2>
      <Line name="givenName" label="First name" autocomplete="given-name" asked={asked} />
      <Line name="familyName" label="Last name" autocomplete="family-name" asked={asked} />
      <Exact
        name="login"
        label="Mail address"
        hint="You sign in with it"
        type="email"
        autocomplete="username"
        asked={asked}
      />
      <PasswordInput
        name="password"
        label="Password"
        hint={passwordHint}
        autocomplete="new-password"
        error={asked.errors.password}
      />
    </>
  )
}

function Policy({ asked, packs, drafts }: Part & Pick<SetUpProps, 'packs' | 'drafts'>) {
  return (
    <>
      <h2 class="govuk-heading-m kept-gap-top">The policy to start from</h2>
      <Radios
        name="pack"
        legend="Which policy is most like yours?"
        legendSize="s"
        hint="A finished policy is in force from today, and you can publish a changed version later. A draft is in force when you have made it yours and published it."
        value={asked.typed.pack}
        error={asked.errors.pack}
        options={[
          ...packs.map((pack) => ({ value: pack.name, text: `${pack.title}, in force today`, hint: pack.school })),
          packs.length > 0 && { divider: 'or begin with a draft of' },
          ...drafts.map((draft) => ({ value: draftValue(draft.value), text: draft.text, hint: draft.hint })),
        ]}
      />
      {packs.map((pack) => (
        <Boxes
          name={postsField(pack.name)}
          legend={packs.length === 1 ? 'Your posts under this policy' : `Your posts under “${pack.title}”`}
          legendSize="s"
          hint="Choose those that you hold. Whoever looks after the computers usually takes the network manager’s."
          options={pack.posts.map((post) => ({ value: post.id, text: post.says }))}
          asked={asked}
        />
      ))}
    </>
  )
}
