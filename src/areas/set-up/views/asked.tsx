import type { Typed } from '#core/form.ts'
import { Checkboxes, type CheckboxesProps } from '#ui/checkboxes/checkboxes.tsx'
import { Input, type InputProps } from '#ui/input/input.tsx'

/** What was typed until now, and what is wrong with it, by field. */
export interface Asked {
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** A line of the page with what was typed into it. */
export function Line({ asked, ...props }: InputProps & { readonly asked: Asked }) {
  return <Input {...props} value={asked.typed[props.name]} error={asked.errors[props.name]} />
}

/** A line for a name that a program reads: nothing is corrected in it. */
export function Exact({ asked, ...props }: InputProps & { readonly asked: Asked }) {
  return <Line autocapitalize="none" spellcheck={false} {...props} asked={asked} />
}

/** Boxes with what was ticked. */
export function Boxes({ asked, ...props }: CheckboxesProps & { readonly asked: Asked }) {
  return <Checkboxes small {...props} value={asked.typed[props.name]} error={asked.errors[props.name]} />
}
