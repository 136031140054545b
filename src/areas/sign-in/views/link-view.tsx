import { say } from '#core/messages/say.ts'
import { BigButton } from '#ui/big-button/big-button.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

/** Where a mailed link leads: a button, because programs that look through mail open every link in it. */
export function LinkView({ token }: { readonly token: string }) {
  return (
    <Page title={say('en', 'sign_in.link.title')} audience="public">
      <p class="govuk-body-l">{say('en', 'sign_in.link.says')}</p>
      <Form action={paths.link.to()}>
        <input type="hidden" name="token" value={token} />
        <BigButton icon="arrow">{say('en', 'sign_in.title')}</BigButton>
      </Form>
    </Page>
  )
}

/** A link that was used, is old, or never was one. */
export function LinkOverView() {
  return (
    <Page title={say('en', 'sign_in.link.wrong.title')} audience="public">
      <p class="govuk-body-l">{say('en', 'sign_in.link.wrong.says')}</p>
      <Button href={paths.mail.to()}>{say('en', 'sign_in.mail.again')}</Button>
    </Page>
  )
}
