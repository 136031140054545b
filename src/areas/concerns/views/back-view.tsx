import type { Typed } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'
import { ReadToMe } from './read-to-me.tsx'

/** Coming back: the code opens the conversation. */
export function BackView({
  slug,
  typed,
  errors,
}: {
  readonly slug: string
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}) {
  return (
    <Page
      title={say('en', 'concern.back.title')}
      lede={say('en', 'concern.back.lede')}
      audience="public"
      exit={say('en', 'concern.exit')}
      back={paths.who.to(slug)}
      errors={errors}
    >
      <ReadToMe />
      <Form action={paths.back.to(slug)}>
        <Input
          name="receipt"
          label={say('en', 'concern.back.code')}
          labelSize="m"
          hint={say('en', 'concern.back.code.hint')}
          width={20}
          inputmode="numeric"
          autocomplete="off"
          spellcheck={false}
          value={typed.receipt}
          error={errors.receipt}
        />
        <button class="kept-big" type="submit">
          {say('en', 'concern.back.read')}
        </button>
      </Form>
    </Page>
  )
}
