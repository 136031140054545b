import { Page } from '#ui/page/page.tsx'
import { WordMark } from '#ui/word-mark/word-mark.tsx'
import type { Poster } from '../posters/poster.ts'
import { READER_WORDS, readerWithin } from '../words.ts'
import { PaperHead } from './paper-head.tsx'

export interface PosterViewProps {
  readonly poster: Poster
  readonly school: string
  readonly version: number
  readonly tellShort: string
  /** The code as a picture. */
  readonly qr: string
  readonly pdfHref: string
  readonly backHref: string
}

/** A poster to look at and to print from the browser. */
export function PosterView(props: PosterViewProps) {
  const { poster, school, version } = props
  return (
    <Page title={`Poster: ${readerWithin(poster.reader)}`} heading={false}>
      <PaperHead title={`Poster: ${readerWithin(poster.reader)}`} {...props}>
        Print the poster
      </PaperHead>
      <article class="kept-sheet kept-poster" aria-labelledby="poster-title">
        <span class="kept-mark kept-poster__mark">
          <WordMark />
        </span>
        <h2 class="kept-poster__title" id="poster-title">
          {poster.title}
        </h2>
        <p>{poster.lede}</p>
        <div class="kept-poster__qr">
          <img src={props.qr} alt={`QR code: ${props.tellShort}`} />
        </div>
        <p>
          <strong>{props.tellShort}</strong>
        </p>
        {poster.heardBy.length > 0 && <p class="kept-poster__by">Read by: {poster.heardBy.join('; ')}.</p>}
        <Columns poster={poster} />
        <footer class="kept-sheet__foot">
          <span>{school}</span>
          <span>
            {READER_WORDS[poster.reader]}. Policy version {version}
          </span>
        </footer>
      </article>
    </Page>
  )
}

function Columns({ poster }: Pick<PosterViewProps, 'poster'>) {
  return (
    <div class="kept-poster__columns">
      {poster.rules.length > 0 && (
        <section aria-labelledby="poster-rules">
          <h3 id="poster-rules">{poster.rulesTitle}</h3>
          <ul>
            {poster.rules.map((rule) => (
              <li>{rule}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="poster-helps">
        <h3 id="poster-helps">Somebody who helps</h3>
        <dl>
          {poster.helps.map((help) => (
            <div>
              <dt>{help.who}</dt>
              <dd>{help.contact}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
