import { Icon } from '../icon/icon.tsx'
import { WordMark } from '../word-mark/word-mark.tsx'
import type { Words } from '../words.ts'
import type { Chrome } from './chrome.ts'

/** The head of staff pages: word-mark, school, you, and the way to tell us something. */
export function Header({ chrome }: { readonly chrome: Chrome }) {
  return (
    <header class="kept-header">
      <div class="kept-container kept-header__row">
        <a class="kept-mark" href="/">
          <WordMark />
        </a>
        <span class="kept-header__school">{chrome.school ?? chrome.organisation}</span>
        <div class="kept-header__you">
          {chrome.person && <You {...chrome.person} />}
          {chrome.reportHref && (
            <a class="kept-report" href={chrome.reportHref}>
              <Icon name="chat" />
              <span>
                Report<span class="kept-report__more"> a concern</span>
              </span>
            </a>
          )}
        </div>
      </div>
    </header>
  )
}

function You({ name, post, href }: NonNullable<Chrome['person']>) {
  return (
    <a class="kept-you" href={href}>
      <span class="kept-you__face" aria-hidden="true">
        {initials(name)}
      </span>
      <span class="kept-you__name">{post ? `${name}, ${post}` : name}</span>
    </a>
  )
}

/** The slim head of public pages. */
export function SlimHeader({ chrome, end }: { readonly chrome: Chrome; readonly end?: Words }) {
  return (
    <header class="kept-slim">
      <div class="kept-container kept-slim__row">
        <a class="kept-mark" href="/">
          <WordMark />
        </a>
        <span>{chrome.school ?? chrome.organisation}</span>
        {end && <span class="kept-slim__end">{end}</span>}
      </div>
    </header>
  )
}

/** The first letters of the first and the last name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}
