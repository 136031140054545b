import { DateInput } from '#ui/date-input/date-input.tsx'
import { Input } from '#ui/input/input.tsx'

export interface WordFieldsProps {
  readonly id: string
  /** Whose word it is, in the policy's words. */
  readonly party: string
  /** Who holds the post, when somebody does. */
  readonly holder: string
  readonly today: { readonly day: number; readonly month: number; readonly year: number }
}

/** Who said how it is, when and where: for whoever writes down the word of another. */
export function WordFields({ id, party, holder, today }: WordFieldsProps) {
  return (
    <>
      <Input name="who" id={`${id}-who`} label={`Who said so, for the ${party}?`} width={20} value={holder} />
      <DateInput name="on" id={`${id}-on`} legend="When?" legendSize="s" value={today} />
      <Input name="where" id={`${id}-where`} label="Where?" hint="A meeting, a letter, a conversation" width={20} />
    </>
  )
}
