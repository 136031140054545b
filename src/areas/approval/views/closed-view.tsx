import { Page } from '#ui/page/page.tsx'
import { elsewhere } from '../paths.ts'

export interface ClosedViewProps {
  readonly comments: readonly { readonly about: string; readonly says: string; readonly answer: string | null }[]
}

/** What is left of a consultation for somebody who was asked: their own words, and what came of them. */
export function ClosedView({ comments }: ClosedViewProps) {
  return (
    <Page
      title="What you said about the policy"
      lede="The consultation has closed. This is what you said, and what the school answered."
      back={{ href: elsewhere.text, text: 'The policy' }}
    >
      {comments.map((comment) => (
        <div class="kept-comment">
          <p class="govuk-body-s">
            <strong>{comment.about}</strong>
          </p>
          <p class="govuk-body">{comment.says}</p>
          <p class="govuk-body-s">{comment.answer ?? 'Not answered yet.'}</p>
        </div>
      ))}
    </Page>
  )
}
