import { say } from '#core/messages/say.ts'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import type { Carry } from '../carry.ts'

/** The hidden fields of what goes through the sign-in. */
export function Carried({ carry }: { readonly carry: Carry }) {
  return (
    <>
      {carry.next !== null && <input type="hidden" name="next" value={carry.next} />}
      {carry.kept !== null && <input type="hidden" name="kept" value={carry.kept} />}
    </>
  )
}

/** Tells somebody who was signed out while typing that nothing is lost. */
export function KeptNote({ carry }: { readonly carry: Carry }) {
  return carry.kept === null ? null : <InsetText>{say('en', 'sign_in.kept')}</InsetText>
}
