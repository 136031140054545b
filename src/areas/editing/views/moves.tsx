import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'

/** Where an entry is moved, and after which other one; null where it is at the edge. */
export interface Move {
  readonly action: string
  readonly up: string | null
  readonly down: string | null
}

/** Two buttons that move an entry among those beside it. */
export function Moves({ move, what, basedOn }: { move: Move; what: string; basedOn: number }) {
  if (move.up === null && move.down === null) return null
  return (
    <Form action={move.action}>
      <input type="hidden" name="based" value={String(basedOn)} />
      <MoveButton to={move.up} text="Up" what={what} />
      <MoveButton to={move.down} text="Down" what={what} />
    </Form>
  )
}

function MoveButton({ to, text, what }: { to: string | null; text: string; what: string }) {
  if (to === null) return null
  return (
    <Button name="after" value={to} small variant="secondary">
      {text}
      <span class="govuk-visually-hidden">: {what}</span>
    </Button>
  )
}
