import type { Typed } from '#core/form.ts'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { Input } from '#ui/input/input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { PartyAsks } from './party-asks.ts'
import { sayWay } from './party-asks.ts'
import { saidFields } from './read-said.ts'

export interface SaidFieldsProps {
  readonly name: string
  readonly asks: PartyAsks
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  /** What the first question is: when they were told, when they answered. */
  readonly when: string
  /** What was said to them; left out where only their answer is written down. */
  readonly saidTo?: string | undefined
}

/** What is written down about one telling, asking or answer. */
export function SaidFields({ name, asks, typed, errors, when, saidTo }: SaidFieldsProps) {
  const names = saidFields(name)
  const field = (of: string) => ({ name: of, value: typed[of], error: errors[of], labelSize: 's' }) as const
  const day = (of: string) => ({ day: typed[`${of}-day`], month: typed[`${of}-month`], year: typed[`${of}-year`] })
  return (
    <>
      <DateInput name={names.at} legend={when} legendSize="s" value={day(names.at)} error={errors[names.at]} />
      <Input
        name={`${names.at}-time`}
        label="At about what time?"
        labelSize="s"
        width={5}
        value={typed[`${names.at}-time`]}
      />
      {asks.ways.length > 1 && (
        <Radios
          name={names.way}
          legend="How?"
          legendSize="s"
          small
          options={asks.ways.map((way) => ({ value: way, text: capital(sayWay[way]) }))}
          value={typed[names.way]}
          error={errors[names.way]}
        />
      )}
      {asks.person && (
        <Input {...field(names.who)} label="Whom did you speak to?" hint="Name or number, if you know it." />
      )}
      {asks.reference && (
        <Input {...field(names.reference)} label="Their reference" hint="If there is one yet." width={20} />
      )}
      {saidTo !== undefined && <Textarea {...field(names.said)} label={saidTo} rows={3} />}
      {asks.reply !== null && (
        <Textarea {...field(names.reply)} label={asks.reply} hint="Leave it empty while there is no answer." rows={3} />
      )}
      {(asks.reply !== null || asks.reference) && (
        <DateInput
          name={names.chase}
          legend="Ask again on"
          legendSize="s"
          hint="If an answer is still to come. It is on your page that day."
          value={day(names.chase)}
          error={errors[names.chase]}
        />
      )}
    </>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
