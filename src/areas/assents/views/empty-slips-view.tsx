import { PrintButton } from '#ui/button/print-button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import type { AgreementText, Statement } from '../agreement-text.ts'
import { isOnItsOwn } from '../forms/read-sign.ts'

/** One slip to be filled in by hand. */
export interface EmptySlip {
  readonly about: string
  /** Whose answer it wants: one slip has a line for each. */
  readonly signers: readonly { readonly name: string; readonly pupil: boolean }[]
  readonly text: AgreementText
  /** "Friday 27 November", or null. */
  readonly until: string | null
}

export interface EmptySlipsProps {
  readonly title: string
  readonly school: string
  readonly back: { readonly href: string; readonly text: string }
  readonly slips: readonly EmptySlip[]
}

/** Slips for paper, each on a sheet of its own: what is asked, with a box for every answer, and lines to sign on. */
export function EmptySlipsView({ title, school, back, slips }: EmptySlipsProps) {
  return (
    <Page title={title} back={back} actions={<PrintButton primary>Print the slips</PrintButton>}>
      {slips.length === 0 && <EmptyState title="No slip is left to print">Everybody has answered.</EmptyState>}
      {slips.map((slip) => (
        <Slip {...slip} school={school} />
      ))}
    </Page>
  )
}

function Slip({ about, signers, text, until, school }: EmptySlip & { readonly school: string }) {
  const promised = text.statements.filter((one) => !isOnItsOwn(one))
  const own = text.statements.filter(isOnItsOwn)
  return (
    <article class="kept-sheet kept-printed__sheet">
      <p class="kept-meta">{school}</p>
      <h2 class="govuk-heading-l">{text.title}</h2>
      <p class="govuk-body">
        For <b>{about}</b>
        {until !== null && `. Please give this back by ${until}.`}
      </p>
      {text.intro !== null && <p class="govuk-body">{text.intro}</p>}
      {promised.length > 0 && (
        <ol class="kept-says">
          {promised.map((one) => (
            <li>{one.says}</li>
          ))}
        </ol>
      )}
      {signers.map((signer) => (
        <section class="kept-slip">
          <h3 class="govuk-heading-s">{signer.pupil ? `${signer.name}, the pupil` : signer.name}</h3>
          {own.map((one) => (
            <Boxes {...one} />
          ))}
          <p class="kept-line">Signed</p>
          <p class="kept-line">Date</p>
        </section>
      ))}
    </article>
  )
}

const BOXES = { yes_no: ['Yes', 'No'], scale: ['1', '2', '3', '4', '5'] } as const

function Boxes({ says, answer }: Statement) {
  if (answer !== 'yes_no' && answer !== 'scale') return <p class="kept-line">{says}</p>
  return (
    <p class="kept-boxes">
      {says}
      {BOXES[answer].map((box) => (
        <span>
          <span class="kept-box" aria-hidden="true" />
          {box}
        </span>
      ))}
    </p>
  )
}
