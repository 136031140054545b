import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'

export interface LastChangeProps {
  readonly says: string
  readonly who: string
  readonly when: string
  readonly revision: number
  readonly undo: string
  readonly history: string
}

/** What was changed last, with the button that takes it back. */
export function LastChange({ says, who, when, revision, undo, history }: LastChangeProps) {
  return (
    <div class="kept-last kept-noprint">
      <p>
        <span class="kept-meta">
          Last change, {who}, {when}:
        </span>{' '}
        {says}
      </p>
      <div class="kept-last__do">
        {revision > 1 && (
          <Form action={undo}>
            <input type="hidden" name="revision" value={String(revision)} />
            <Button small variant="secondary" preventDoubleClick>
              Undo
            </Button>
          </Form>
        )}
        <a class="govuk-link" href={history}>
          All changes
        </a>
      </div>
    </div>
  )
}
