import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Select } from '#ui/select/select.tsx'
import { paths } from '../paths.ts'
import { CONTROL_SAYS } from '../say-kinds.ts'
import type { ProposalViewProps } from './proposal-view.tsx'

/** What keeps a clause: something of the draft, something taken over, or something that is planned. */
export function LinkWays({ draft, clause, keptBy, planned, own, errors }: ProposalViewProps) {
  return (
    <Section id="kept-by" title="What keeps it">
      {keptBy.length + planned.length === 0 && (
        <p class="govuk-body">Nothing yet. Nothing is linked before you say so.</p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {keptBy.map((control) => (
          <li>{control.says}</li>
        ))}
        {planned.map((says) => (
          <li>Planned: {says}</li>
        ))}
      </ul>
      {own.length > 0 && (
        <Details summary="Something that is in the draft already" open={errors?.ref !== undefined}>
          <Form action={paths.proposals.to(draft.id)}>
            <input type="hidden" name="clause" value={clause.id} />
            <input type="hidden" name="do" value="link" />
            <Select
              name="ref"
              label="What keeps it?"
              error={errors?.ref}
              options={[
                { value: '', text: 'Choose' },
                ...own.map((control) => ({ value: control.ref, text: `${control.says} (${control.kind})` })),
              ]}
            />
            <Button small>Link it</Button>
          </Form>
        </Details>
      )}
      <Details summary="Something that will keep it later" open={errors?.plan !== undefined}>
        <Form action={paths.proposals.to(draft.id)}>
          <input type="hidden" name="clause" value={clause.id} />
          <input type="hidden" name="do" value="plan" />
          <Select
            name="control"
            label="What will it be?"
            options={Object.entries(CONTROL_SAYS).map(([value, text]) => ({ value, text }))}
            value="record"
          />
          <Input name="plan" label="In words" hint="The board shows the clause as not yet kept" error={errors?.plan} />
          <Button small>Say that it is planned</Button>
        </Form>
      </Details>
      <p class="govuk-body-s">
        To take over what keeps a clause like it in another policy, choose it under “Clauses like it”.
      </p>
    </Section>
  )
}
