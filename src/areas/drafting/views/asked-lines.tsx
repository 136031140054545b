import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { paths } from '../paths.ts'

/** What was asked of the holders of posts about one point, and to whom it can be sent. */
export interface Asked {
  /** Posts to which it belongs and that somebody else holds, without those who have it already. */
  readonly owners: readonly { readonly post: string; readonly says: string; readonly holders: string }[]
  /** Sent, and not answered yet. */
  readonly waiting: readonly string[]
  /** Answers that were given, newest first; a no with what should be instead. */
  readonly answers: readonly { readonly says: string; readonly words: string }[]
}

export interface AskedLinesProps extends Asked {
  readonly draft: { readonly id: string; readonly ended: boolean }
  readonly place: string
  readonly title: string
  readonly index: number
  readonly open: boolean
  readonly query: string
}

/** Who was asked about a point and what they said, with the buttons that send it and take it back. */
export function AskedLines(props: AskedLinesProps) {
  const { waiting, answers, open, draft } = props
  return (
    <>
      {answers.map((answer) =>
        answer.words === '' ? (
          <p class="kept-meta">{answer.says}</p>
        ) : (
          <InsetText>
            <p class="govuk-body">{answer.says}</p>
            <p class="govuk-body">“{answer.words}”</p>
          </InsetText>
        ),
      )}
      {waiting.map((line) => (
        <p class="kept-meta">{line}</p>
      ))}
      {open && !draft.ended && <Sending {...props} />}
    </>
  )
}

function Sending({ draft, place, title, index, query, owners, waiting }: AskedLinesProps) {
  const form = (what: string, text: string, post = '') => (
    <Form action={paths.settle.to(draft.id)}>
      <input type="hidden" name="do" value={what} />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="post" value={post} />
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="at" value={`p-${index}`} />
      <Button small variant="secondary">
        {text}
        <span class="govuk-visually-hidden">: {title.slice(0, 80)}</span>
      </Button>
    </Form>
  )
  return (
    <>
      {owners.map(({ post, says, holders }) => form('send', `Ask the ${says} (${holders})`, post))}
      {waiting.length > 0 && form('take_back', 'Do not ask any more')}
    </>
  )
}
