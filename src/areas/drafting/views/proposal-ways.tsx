import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Select } from '#ui/select/select.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import { KIND_SAYS } from '../say-kinds.ts'
import type { ProposalViewProps } from './proposal-view.tsx'

/** Says what a clause is instead, or cuts it in two. */
export function ProposalWays({ draft, clause, cuts, errors }: ProposalViewProps) {
  return (
    <>
      <Details summary="Change what it is" open={errors?.says !== undefined}>
        <Form action={paths.proposals.to(draft.id)}>
          <input type="hidden" name="clause" value={clause.id} />
          <input type="hidden" name="do" value="change" />
          <Textarea name="says" label="The clause" rows={4} value={clause.says} error={errors?.says} />
          <Select
            name="kind"
            label="What kind of rule is it?"
            value={clause.kind}
            options={Object.entries(KIND_SAYS).map(([value, text]) => ({ value, text: `${text} (${value})` }))}
          />
          <Input name="area" label="Subject" hint="One word, like passwords or images" width={20} value={clause.area} />
          <Radios
            name="strength"
            legend="How binding is it?"
            legendSize="s"
            small
            value={clause.strength}
            options={[
              { value: 'must', text: 'Must' },
              { value: 'should', text: 'Should' },
              { value: 'may', text: 'May' },
            ]}
          />
          <Button small>Keep these changes</Button>
        </Form>
      </Details>
      {cuts.length > 0 && (
        <Details summary="Split it in two" open={errors?.at !== undefined}>
          <Form action={paths.proposals.to(draft.id)}>
            <input type="hidden" name="clause" value={clause.id} />
            <input type="hidden" name="do" value="split" />
            <Radios
              name="at"
              legend="Where?"
              legendSize="s"
              small
              error={errors?.at}
              options={cuts.map((cut) => ({ value: cut.at, text: cut.first, hint: `and: ${cut.second}` }))}
            />
            <Button small>Split it there</Button>
          </Form>
        </Details>
      )}
    </>
  )
}
