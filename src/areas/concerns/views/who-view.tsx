import { say } from '#core/messages/say.ts'
import { Icon } from '#ui/icon/icon.tsx'
import { Page } from '#ui/page/page.tsx'
import type { HelpLine } from '../help-lines.ts'
import { paths } from '../paths.ts'
import { TELLERS } from '../tellers.ts'
import { CallFirst, HelpList } from './help-list.tsx'
import { ReadToMe } from './read-to-me.tsx'

export interface WhoViewProps {
  readonly slug: string
  readonly lines: readonly HelpLine[]
}

/** The first public page: who somebody is, so that the words fit. Nothing is sent and nothing is kept. */
export function WhoView({ slug, lines }: WhoViewProps) {
  return (
    <Page
      title={say('en', 'concern.who.title')}
      lede={say('en', 'concern.who.lede')}
      audience="public"
      exit={say('en', 'concern.exit')}
      headerEnd={<a href={paths.back.to(slug)}>{say('en', 'concern.have_code')}</a>}
    >
      <ReadToMe />
      <CallFirst />
      <ul class="kept-ways">
        {TELLERS.map((teller) => (
          <li>
            <a href={paths.tellAs.to(slug, teller)}>
              <span>{say('en', `concern.who.${teller}`)}</span>
              <Icon name="arrow" />
            </a>
          </li>
        ))}
      </ul>
      <p class="kept-meta">
        <Icon name="lock" /> {say('en', 'concern.no_trace')}
      </p>
      <p>
        <a class="govuk-link" href={paths.publicYouSaid.to(slug)}>
          {say('en', 'concern.you_said.title')}
        </a>
      </p>
      <HelpList lines={lines} />
    </Page>
  )
}
