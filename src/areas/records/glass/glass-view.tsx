import { sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { LookLine } from '../looks/list-looks.ts'
import type { GlassLine } from './list-glass.ts'
import { glassPaths } from './paths.ts'

interface GlassProps {
  readonly line: GlassLine
  /** The one who looks at the page opened it. */
  readonly own: boolean
  readonly post: string
  readonly looks: readonly LookLine[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** One opening in an emergency: who, why, what was looked at, and whether it was right. */
export function GlassView(props: GlassProps) {
  const { line, own, looks, now, zone } = props
  const when = (at: Temporal.Instant) => sayInstant(at, now, zone)
  const over = Temporal.Instant.compare(line.until, now) <= 0
  return (
    <Page
      title={`${line.reference}, opened in an emergency`}
      errors={props.errors}
      back={{ href: glassPaths.all.to(), text: 'All that were opened' }}
    >
      <SummaryList
        rows={[
          { key: 'Who', value: `${line.name}, ${props.post}` },
          { key: 'Why', value: line.reason },
          { key: 'Open', value: `from ${when(line.openedAt)} until ${when(line.until)}${over ? ', over' : ''}` },
          line.reviewed !== null && {
            key: line.reviewed.found === 'right' ? 'It was right' : 'It was not right',
            value: `${line.reviewed.says} (${line.reviewed.by}, ${when(line.reviewed.at)})`,
          },
        ]}
      />
      {own && !over && (
        <Card title="You do not need it any more?" size="m" sand>
          <Form action={glassPaths.back.to(line.id)}>
            <p class="govuk-body">It is shut to you at once, and not only when its time is over.</p>
            <Button variant="secondary" preventDoubleClick>
              Give it back
            </Button>
          </Form>
        </Card>
      )}
      <Card
        id="looks"
        title="What was looked at"
        size="m"
        nothing={looks.length === 0 && (over ? 'Nothing was looked at.' : 'Nothing yet.')}
        end={looks.length > 0 && `${looks.length} ${looks.length === 1 ? 'look' : 'looks'}`}
      >
        <ul class="kept-list kept-rows">
          {looks.map((look) => (
            <li>
              {sayCode(look.code)} <span class="kept-meta">{when(look.at)}</span>
            </li>
          ))}
        </ul>
      </Card>
      {line.mine && <Review {...props} />}
      {!line.mine && line.reviewed === null && (
        <p class="govuk-body">Whoever was told looks at it by {when(line.dueAt)}.</p>
      )}
    </Page>
  )
}

const SAID: Readonly<Record<string, string>> = {
  'evidence.looked_at': 'A file of its evidence, as a copy',
  'evidence.downloaded': 'A file of its evidence, downloaded',
  'evidence.bundled': 'A bundle of all of it',
}

const sayCode = (code: string): string => SAID[code] ?? 'The case'

function Review({ typed, errors, line, now, zone }: GlassProps) {
  return (
    <Card title="Look at it" size="m" sand end={`by ${sayInstant(line.dueAt, now, zone)}`}>
      <Form>
        <Radios
          name="found"
          legend="Was it right to open it?"
          options={[
            { value: 'right', text: 'Yes' },
            { value: 'wrong', text: 'No', hint: 'It is shut to them at once.' },
          ]}
          value={typed.found}
          error={errors.found}
        />
        <Textarea
          name="says"
          label="What did you find?"
          labelSize="s"
          hint="Was a child in need, could nobody else be reached, was only the needed looked at?"
          value={typed.says}
          error={errors.says}
          rows={4}
        />
        <Button preventDoubleClick>Keep it</Button>
      </Form>
    </Card>
  )
}
