import { say } from '#core/messages/say.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'

/** The ways on from a page with the slim head, which has no menu. Staff pages have theirs. */
export function Foot({ audience }: { readonly audience: string }) {
  if (audience === 'staff') return null
  return (
    <div class="kept-gap-top kept-noprint">
      <Form action="/sign-out">
        <Button variant="secondary" small>
          {say('en', 'agreement.foot.sign_out')}
        </Button>
      </Form>
    </div>
  )
}
