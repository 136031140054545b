import type { Form as Typed } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { BigButton } from '#ui/big-button/big-button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Carry } from '../carry.ts'
import type { LetterFields } from '../forms.ts'
import { paths } from '../paths.ts'
import { backOf } from './card-view.tsx'
import { Carried, KeptNote } from './carried.tsx'

/** Where the code of a printed letter is typed, or comes from its picture. Pressing the button signs in. */
export function LetterView({ form, carry }: { readonly form: Typed<LetterFields>; readonly carry: Carry }) {
  return (
    <Page title={say('en', 'sign_in.letter.title')} audience="public" back={backOf(carry)} errors={form.errors}>
      <KeptNote carry={carry} />
      <Form action={paths.letter.to()}>
        <Carried carry={carry} />
        <Input
          name="code"
          label={say('en', 'sign_in.letter.code')}
          hint={say('en', 'sign_in.letter.code.hint')}
          class="kept-code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          value={form.typed.code}
          error={form.errors.code}
        />
        <BigButton icon="arrow">{say('en', 'sign_in.title')}</BigButton>
      </Form>
      <p class="govuk-hint">{say('en', 'sign_in.letter.only')}</p>
    </Page>
  )
}
