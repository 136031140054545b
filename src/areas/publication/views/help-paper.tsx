import type { HelpPaper } from '../types.ts'

/** Where somebody finds help, with numbers and addresses to press. */
export function HelpPapers({ papers }: { readonly papers: readonly HelpPaper[] }) {
  return (
    <>
      {papers.map((paper) => (
        <>
          {papers.length > 1 && <h3 class="govuk-heading-s">{paper.title}</h3>}
          <ul class="kept-help kept-gap-bottom">
            {paper.paragraphs.map((pieces) => (
              <li>{pieces.map((piece) => drawPiece(piece))}</li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

function drawPiece({ kind, text }: HelpPaper['paragraphs'][number][number]) {
  if (kind === 'name') return <b>{text}</b>
  if (kind === 'web')
    return (
      <a class="govuk-link" href={text.startsWith('http') ? text : `https://${text}`} rel="noreferrer">
        {text}
      </a>
    )
  if (kind === 'phone')
    return (
      <a class="govuk-link" href={`tel:${text.replaceAll(' ', '')}`}>
        {text}
      </a>
    )
  return text
}
