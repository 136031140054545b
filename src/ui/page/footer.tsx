import type { Chrome } from './chrome.ts'
import { SignOut } from './sign-out.tsx'

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
        <SignOut />
      </div>
    </footer>
  )
}

/** The foot of public pages: links only, for instance to help and to what we say about access. */
export function PublicFooter({ links }: { readonly links: NonNullable<Chrome['footerLinks']> }) {
  return (
    <footer class="kept-footer">
      <div class="kept-container kept-footer__row">
        {links.map((link) => (
          <p>
            <a href={link.href}>{link.label}</a>
          </p>
        ))}
      </div>
    </footer>
  )
}
