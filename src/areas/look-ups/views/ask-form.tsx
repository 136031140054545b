import { Button } from '#ui/button/button.tsx'
import { Select } from '#ui/select/select.tsx'
import type { Choice } from '../may-i/questions.ts'
import { paths } from '../paths.ts'

export interface AskFormProps {
  readonly id: string
  readonly choices: readonly Choice[]
  readonly says: string
}

/** The columns of a table as choices; what is left open is answered for each case. */
export function AskForm({ id, choices, says }: AskFormProps) {
  return (
    <form method="get" action={paths.answer.to(id)} class="kept-noprint">
      {choices.map((choice) => (
        <Select
          id={`${id}-${choice.id}`}
          name={choice.id}
          label={choice.says}
          value={choice.value}
          options={[{ value: '', text: 'Choose, or leave open' }, ...choice.options]}
        />
      ))}
      <Button>{says}</Button>
    </form>
  )
}
