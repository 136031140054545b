import type { Form as Typed } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { BigButton } from '#ui/big-button/big-button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Carry } from '../carry.ts'
import type { CardFields } from '../forms.ts'
import { paths } from '../paths.ts'
import { Carried, KeptNote } from './carried.tsx'

/** A pupil's door: two codes from one card, in large letters. */
export function CardView({ form, carry }: { readonly form: Typed<CardFields>; readonly carry: Carry }) {
  return (
    <Page title={say('en', 'sign_in.card.title')} audience="middle" back={backOf(carry)} errors={form.errors}>
      <KeptNote carry={carry} />
      <Form action={paths.card.to()}>
        <Carried carry={carry} />
        <Input
          name="classCode"
          label={say('en', 'sign_in.card.class')}
          labelSize="m"
          hint={say('en', 'sign_in.card.class.hint')}
          value={form.typed.classCode}
          error={form.errors.classCode}
          class="kept-code"
          width={10}
          {...asTyped}
        />
        <Input
          name="cardCode"
          label={say('en', 'sign_in.card.own')}
          labelSize="m"
          hint={say('en', 'sign_in.card.own.hint')}
          error={form.errors.cardCode}
          class="kept-code"
          width={20}
          {...asTyped}
        />
        <BigButton icon="arrow">{say('en', 'sign_in.title')}</BigButton>
      </Form>
      <p class="govuk-body kept-gap-top">{say('en', 'sign_in.card.lost')}</p>
    </Page>
  )
}

const asTyped = { autocomplete: 'off', autocapitalize: 'characters', spellcheck: false }

/** The way back to the other doors; with something kept there is none, because a link could not carry it. */
export const backOf = (carry: Carry): { href: string; text: string } | undefined =>
  carry.kept === null ? { href: paths.otherWays.to(carry.next), text: say('en', 'sign_in.other') } : undefined
