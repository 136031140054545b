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
  readonly post: string
  readonly looks: readonly LookLine[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** One opening in an emergency: who, why, what was looked at, and whether it was right. */
export function GlassView(props: GlassProps) {
  const { line, looks, now, zone } = props
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
          looks.length > 0 && { key: 'Looks', value: looks.map((look) => when(look.at)).join(', ') },
          line.reviewed !== null && {
            key: line.reviewed.found === 'right' ? 'It was right' : 'It was not right',
            value: `${line.reviewed.says} (${line.reviewed.by}, ${when(line.reviewed.at)})`,
          },
        ]}
      />
      {line.mine && <Review {...props} />}
      {!line.mine && line.reviewed === null && (
        <p class="govuk-body">Whoever was told looks at it by {when(line.dueAt)}.</p>
      )}
    </Page>
  )
}

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
