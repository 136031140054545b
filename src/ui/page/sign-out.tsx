import { useContext } from 'preact/hooks'
import { Form } from '../form/form.tsx'
import { ChromeContext } from './chrome.ts'

/** The way out, when somebody is signed in. Staff pages have it at their foot; public ones may put it in `headerEnd`. */
export function SignOut() {
  const { signOutHref } = useContext(ChromeContext)
  if (signOutHref === null) return null
  return (
    <Form action={signOutHref}>
      <button type="submit" class="kept-linkbutton">
        Sign out
      </button>
    </Form>
  )
}
