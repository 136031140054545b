import { Button } from '#ui/button/button.tsx'
import { PrintButton } from '#ui/button/print-button.tsx'
import type { Words } from '#ui/words.ts'

export interface PaperHeadProps {
  readonly title: string
  readonly backHref: string
  readonly pdfHref: string
  /** What the button for printing says. */
  readonly children?: Words
}

/** Over a paper that is looked at before it is printed: its name, the way back and the ways to take it. None of it is printed. */
export function PaperHead({ title, backHref, pdfHref, children }: PaperHeadProps) {
  return (
    <div class="kept-lede kept-noprint">
      <div>
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="govuk-body">
          <a class="govuk-link" href={backHref}>
            All posters and letters
          </a>
        </p>
      </div>
      <div class="kept-lede__actions">
        <Button href={pdfHref} variant="secondary" small>
          Get as PDF
        </Button>
        <PrintButton>{children}</PrintButton>
      </div>
    </div>
  )
}
