import { sayInstant } from '#core/calendar/say-date.ts'
import { say } from '#core/messages/say.ts'
import { Card } from '#ui/card/card.tsx'
import { Page } from '#ui/page/page.tsx'
import type { YouSaid } from '../you-said.ts'

interface ShownYouSaidViewProps {
  readonly all: readonly YouSaid[]
  readonly back: string
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What people told the school, and what the school did. */
export function ShownYouSaidView({ all, back, now, zone }: ShownYouSaidViewProps) {
  return (
    <Page
      title={say('en', 'concern.you_said.title')}
      lede={say('en', 'concern.you_said.lede')}
      audience="public"
      exit={say('en', 'concern.exit')}
      back={back}
    >
      {all.length === 0 && <p class="govuk-body">{say('en', 'concern.you_said.none')}</p>}
      {all.map((one) => (
        <Card title={`“${one.said}”`} size="m">
          <p class="kept-told kept-pre">{one.did}</p>
          <p class="kept-meta">{sayInstant(one.at, now, zone)}</p>
        </Card>
      ))}
    </Page>
  )
}
