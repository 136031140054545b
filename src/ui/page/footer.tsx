import { Form } from '../form/form.tsx'
import type { Chrome } from './chrome.ts'

/** The foot of staff pages: the version in force, the seal of the ledger, and the way out. */
export function Footer({ chrome }: { readonly chrome: Chrome }) {
  return (
    <footer class="kept-footer">
      <div class="kept-container kept-footer__row">
        {chrome.policyLine && <p>{chrome.policyLine}</p>}
        {chrome.seal && (
          <p>
            Sealed {chrome.seal.at} <span class="kept-seal">{chrome.seal.short}</span>
          </p>
        )}
        {chrome.footerLinks?.map((link) => (
          <p>
            <a href={link.href}>{link.label}</a>
          </p>
        ))}
        {chrome.signOutHref && (
          <Form action={chrome.signOutHref}>
            <button type="submit" class="kept-linkbutton">
              Sign out
            </button>
          </Form>
        )}
      </div>
    </footer>
  )
}
