import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Details } from '#ui/details/details.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { incidentHome } from '../home.ts'
import { paths } from '../paths.ts'
import { BesideCase } from '../views/beside-case.tsx'
import type { ReferralPart, ReferredTo } from './referral-form.ts'
import { referralText } from './referral-form.ts'

export interface ReferralViewProps {
  readonly id: string
  readonly reference: string
  readonly parts: readonly ReferralPart[]
  /** To whom, when that is known. */
  readonly to: ReferredTo | null
}

/** What a case has to say to a body outside, ready to copy, with the choice of what goes on paper. */
export function ReferralView({ id, reference, parts, to }: ReferralViewProps) {
  return (
    <BesideCase
      id={id}
      reference={reference}
      title={to === null ? 'A referral' : `A referral to ${to.says}`}
      lede={
        <span class="kept-noprint">
          Ready to copy or print. Send what they need to know and no more: take the tick from what they do not need.
          Each print is written down.
        </span>
      }
    >
      {to !== null && (
        <p class="govuk-body kept-noprint">
          When you have told them,{' '}
          <a class="govuk-link" href={incidentHome.paths.told.to(id, { party: to.party, about: null })}>
            write it down
          </a>
          : their reference, what they said, and when to ask again.
        </p>
      )}
      <form method="get" action={paths.referralPdf.to(id)}>
        {to !== null && <input type="hidden" name="to" value={to.party} />}
        {parts.map((part, at) => (
          <Card title={part.title} size="m" id={`part-${at}`}>
            <div class="govuk-checkboxes govuk-checkboxes--small kept-noprint">
              <div class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  type="checkbox"
                  name="part"
                  value={part.id}
                  id={`send-${at}`}
                  checked
                />
                <label class="govuk-label govuk-checkboxes__label" for={`send-${at}`}>
                  Send this<span class="govuk-visually-hidden">: {part.title}</span>
                </label>
              </div>
            </div>
            <SummaryList rows={part.rows} />
          </Card>
        ))}
        <div class="kept-noprint">
          <Button>Save as PDF</Button>
        </div>
      </form>
      <Details summary="As plain text, to paste into their form" class="kept-noprint">
        <p class="govuk-body-s kept-pre">{referralText(parts)}</p>
      </Details>
    </BesideCase>
  )
}
