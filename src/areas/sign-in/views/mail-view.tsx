import type { Form as Typed } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { BigButton } from '#ui/big-button/big-button.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Carry } from '../carry.ts'
import type { MailFields } from '../forms.ts'
import { paths } from '../paths.ts'
import { backOf } from './card-view.tsx'
import { Carried, KeptNote } from './carried.tsx'

/** The door of parents: an address, and a link comes by mail. */
export function MailView({ form, carry }: { readonly form: Typed<MailFields>; readonly carry: Carry }) {
  return (
    <Page title={say('en', 'sign_in.mail.title')} audience="public" back={backOf(carry)} errors={form.errors}>
      <KeptNote carry={carry} />
      <Form action={paths.mail.to()}>
        <Carried carry={carry} />
        <Input
          name="address"
          label={say('en', 'sign_in.mail.address')}
          hint={say('en', 'sign_in.mail.address.hint')}
          type="email"
          inputmode="email"
          autocomplete="email"
          autocapitalize="none"
          spellcheck={false}
          value={form.typed.address}
          error={form.errors.address}
        />
        <BigButton icon="arrow">{say('en', 'sign_in.mail.send')}</BigButton>
      </Form>
      <LetterInstead carry={carry} />
    </Page>
  )
}

export interface MailSentProps {
  readonly address: string
  /** Whether mail does not leave now, for anybody. */
  readonly late: boolean
  readonly carry: Carry
}

/** The same answer to everybody: whether the school knows the address is not told here. */
export function MailSentView({ address, late, carry }: MailSentProps) {
  return (
    <Page title={say('en', 'sign_in.mail.sent.title')} audience="public">
      <p class="govuk-body-l">{say('en', 'sign_in.mail.sent.says', { address })}</p>
      {late && <InsetText>{say('en', 'sign_in.mail.sent.late')}</InsetText>}
      <p class="govuk-body">{say('en', 'sign_in.mail.sent.none')}</p>
      {carry.kept === null ? null : (
        <>
          <p class="govuk-body">{say('en', 'sign_in.mail.sent.kept')}</p>
          <Form action={paths.kept.to()}>
            <Carried carry={carry} />
            <Button>{say('en', 'sign_in.mail.sent.continue')}</Button>
          </Form>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.mail.to(carry.next)}>
          {say('en', 'sign_in.mail.again')}
        </a>
      </p>
    </Page>
  )
}

/** The way of those whom no mail reaches. What was typed before would not come along in a link: then the doors lead there. */
export function LetterInstead({ carry }: { readonly carry: Carry }) {
  if (carry.kept !== null) return null
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={paths.letter.to(carry.next)}>
        {say('en', 'sign_in.letter.have')}
      </a>
    </p>
  )
}
