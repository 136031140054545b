import type { Typed } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { AgreementText } from '../agreement-text.ts'
import { isOnItsOwn } from '../forms/read-sign.ts'
import { OwnQuestions } from './statements.tsx'

export interface LinkViewProps {
  readonly school: string
  readonly text: AgreementText
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** What somebody without a sign-in is asked, once. */
export function LinkView({ school, text, typed, errors }: LinkViewProps) {
  const promised = text.statements.filter((one) => !isOnItsOwn(one))
  return (
    <Page
      title={text.title}
      lede={`${school} asks you this. You can answer once, and need no account.`}
      audience="public"
      errors={errors}
    >
      {text.intro !== null && <p class="govuk-body">{text.intro}</p>}
      <Form>
        {promised.length > 0 && (
          <ol class="kept-says">
            {promised.map((one) => (
              <li>{one.says}</li>
            ))}
          </ol>
        )}
        <OwnQuestions text={text} typed={typed} errors={errors} />
        <Input
          name="name"
          label={say('en', 'agreement.name')}
          labelSize="m"
          autocomplete="name"
          spellcheck={false}
          value={typed.name}
          error={errors.name}
        />
        <input type="hidden" name="text" value={text.hash} />
        <button class="kept-big" type="submit">
          {promised.length > 0 ? 'I agree to this' : 'Send my answer'}
        </button>
      </Form>
    </Page>
  )
}

/** Afterwards: the link is used up. */
export const LinkDoneView = ({ school }: { readonly school: string }) => (
  <Page title="Your answer" audience="public">
    <Panel title="Thank you">Your answer is with {school}. The link is used up.</Panel>
  </Page>
)
