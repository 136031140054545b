import { Card } from '#ui/card/card.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import type { TellRow, TellsOfCase } from './on-case.ts'

/** Who must be told of a case, who was, what they answered, and when to ask again. */
export function TellsCard({ tells }: { readonly tells: TellsOfCase }) {
  const { rows, addHref } = tells
  return (
    <Card
      id="must-be-told"
      size="m"
      title="Who must be told"
      nothing={rows.length === 0 && 'Nobody outside the case has to be told yet, and nobody was.'}
      end={
        addHref !== null && (
          <a class="kept-link kept-noprint" href={addHref}>
            Somebody else was told
          </a>
        )
      }
    >
      <ul class="kept-list kept-rows">
        {rows.map((row) => (
          <Row row={row} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ row }: { readonly row: TellRow }) {
  return (
    <li>
      <strong>{row.says}</strong> <StatePill state={row.state}>{row.standing}</StatePill>
      {row.lines.map((line) => (
        <>
          <br />
          <span class="govuk-body-s kept-pre">{line}</span>
        </>
      ))}
      {row.links.length > 0 && (
        <>
          <br />
          <span class="govuk-body-s kept-noprint">
            {row.links.map((link, at) => (
              <>
                {at > 0 && ' · '}
                <a class="govuk-link" href={link.href}>
                  {link.text}
                  <span class="govuk-visually-hidden">: {row.says}</span>
                </a>
              </>
            ))}
          </span>
        </>
      )}
    </li>
  )
}
