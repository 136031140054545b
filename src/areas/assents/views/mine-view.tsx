import { say } from '#core/messages/say.ts'
import { Button } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { Foot } from './foot.tsx'
import type { SwitcherCard } from './people-switcher.tsx'
import { PeopleSwitcher } from './people-switcher.tsx'

/** One line of what somebody was asked or has signed. */
export interface MineLine {
  readonly title: string
  readonly name: string
  readonly self: boolean
  readonly state: 'signed' | 'talk' | 'todo' | 'back'
  readonly says: string
  /** To the copy, once it is signed. */
  readonly certificateHref: string | null
  /** What they can do about it. */
  readonly ways: readonly { readonly href: string; readonly says: string }[]
}

export interface MineViewProps {
  readonly audience: 'staff' | 'public' | 'middle'
  readonly people: readonly SwitcherCard[]
  /** What was done just now: shown large. */
  readonly done: string | null
  /** They came to see what they gave. */
  readonly given: boolean
  readonly mailed: boolean
  readonly asked: readonly MineLine[]
  readonly past: readonly MineLine[]
  readonly nextHref: string | null
}

const SQUARES = { signed: 'kept', talk: 'published', todo: 'due', back: 'published' } as const

/** After signing, and when nothing is left to sign: what stands signed, each with its copy. */
export function MineView({ audience, people, done, given, mailed, asked, past, nextHref }: MineViewProps) {
  // Who looks at what they gave, or took something back, has not come to sign.
  const looks = given || asked.some((one) => one.state === 'back')
  const title =
    done ??
    say('en', looks ? 'agreement.mine.given' : asked.length === 0 ? 'agreement.title.own' : 'agreement.done.title')
  return (
    <Page title={title} heading={done === null ? title : false} audience={audience}>
      {done !== null && <Panel title={done}>{say('en', mailed ? 'agreement.copy.mail' : 'agreement.copy.here')}</Panel>}
      <PeopleSwitcher people={people} />
      {nextHref !== null && <Button href={nextHref}>{say('en', 'agreement.mine.again')}</Button>}
      {asked.length === 0 && past.length === 0 && (
        <EmptyState title={say('en', 'agreement.mine.none')}>{say('en', 'agreement.mine.none_says')}</EmptyState>
      )}
      {asked.length > 0 && nextHref === null && done === null && !looks && (
        <p class="govuk-body">{say('en', 'agreement.done.says')}</p>
      )}
      <Lines lines={asked} />
      {past.length > 0 && (
        <details class="govuk-details kept-gap-top">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{say('en', 'agreement.past')}</span>
          </summary>
          <div class="govuk-details__text">
            <Lines lines={past} />
          </div>
        </details>
      )}
      <Foot audience={audience} />
    </Page>
  )
}

function Lines({ lines }: { readonly lines: readonly MineLine[] }) {
  if (lines.length === 0) return null
  return (
    <ul class="govuk-list kept-help">
      {lines.map((line) => (
        <li>
          <b>{line.self ? line.title : `${line.name}: ${line.title}`}</b>
          <StatePill state={SQUARES[line.state]}>{line.says}</StatePill>
          <p class="kept-given">
            {line.certificateHref !== null && (
              <a class="govuk-link" href={line.certificateHref}>
                {say('en', 'agreement.certificate')}
                <Of line={line} />
              </a>
            )}
            {line.ways.map((way) => (
              <a class="govuk-link kept-noprint" href={way.href}>
                {way.says}
                <Of line={line} />
              </a>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Of({ line }: { readonly line: MineLine }) {
  return <span class="govuk-visually-hidden">: {line.self ? line.title : `${line.name}, ${line.title}`}</span>
}
