import type { Form as Typed } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { PasswordInput } from '#ui/password-input/password-input.tsx'
import type { Carry } from '../carry.ts'
import type { PasswordFields } from '../forms.ts'
import { paths } from '../paths.ts'
import { backOf } from './card-view.tsx'
import { Carried, KeptNote } from './carried.tsx'
import { LetterInstead } from './mail-view.tsx'

/** The door of staff, governors and visitors. */
export function PasswordView({ form, carry }: { readonly form: Typed<PasswordFields>; readonly carry: Carry }) {
  return (
    <Page title={say('en', 'sign_in.password.title')} audience="public" back={backOf(carry)} errors={form.errors}>
      <KeptNote carry={carry} />
      <Form action={paths.password.to()}>
        <Carried carry={carry} />
        <Input
          name="login"
          label={say('en', 'sign_in.password.address')}
          type="email"
          inputmode="email"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          value={form.typed.login}
          error={form.errors.login}
        />
        <PasswordInput name="password" label={say('en', 'sign_in.password.password')} error={form.errors.password} />
        <Button preventDoubleClick>{say('en', 'sign_in.title')}</Button>
      </Form>
      <Details summary={say('en', 'sign_in.password.forgot')}>
        {say('en', 'sign_in.password.forgot.says')}{' '}
        <a class="govuk-link" href={paths.mail.to(carry.next)}>
          {say('en', 'sign_in.mail.title')}
        </a>
      </Details>
      <LetterInstead carry={carry} />
    </Page>
  )
}
