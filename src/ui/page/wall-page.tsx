import { useContext } from 'preact/hooks'
import { Sprite } from '../icon/icon.tsx'
import { WordMark } from '../word-mark/word-mark.tsx'
import type { Words } from '../words.ts'
import { ChromeContext } from './chrome.ts'
import { Head } from './head.tsx'

export interface WallPageProps {
  readonly title: string
  /** The time, large. */
  readonly now: Words
  readonly today: Words
  readonly children: Words
}

/** A display on a wall: dark, large, with nothing to press but links. */
export function WallPage({ title, now, today, children }: WallPageProps) {
  const chrome = useContext(ChromeContext)
  return (
    <html lang={chrome.lang} class="govuk-template">
      <Head title={title} assets={chrome.assets} />
      <body class="govuk-template__body kept-page kept-wall">
        <Sprite />
        <header class="kept-container kept-wall__head">
          <a class="kept-mark" href="/">
            <WordMark />
          </a>
          <h1>{title}</h1>
          <p class="kept-wall__now">
            {now}
            <small>{today}</small>
          </p>
        </header>
        <main id="main" class="kept-container">
          {children}
        </main>
      </body>
    </html>
  )
}
