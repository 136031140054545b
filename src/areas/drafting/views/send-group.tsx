import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { paths } from '../paths.ts'

export interface SendGroupProps {
  readonly draft: string
  readonly title: string
  readonly index: number
  readonly query: string
  /** The open points of the group that belong to a post which somebody else holds and that nobody was asked about. */
  readonly places: readonly string[]
  /** Whom it goes to, by name. */
  readonly holders: string
}

/** Sends what belongs to posts to those who hold them, in one go. */
export function SendGroup({ draft, title, index, query, places, holders }: SendGroupProps) {
  return (
    <Form action={paths.settle.to(draft)}>
      <input type="hidden" name="do" value="send_group" />
      <input type="hidden" name="places" value={places.join(' ')} />
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="at" value={`s-${index}`} />
      <Button variant="secondary" preventDoubleClick>
        Ask {holders} about these {places.length}
        <span class="govuk-visually-hidden"> of “{title}”</span>
      </Button>
    </Form>
  )
}
