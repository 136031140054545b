import { Button } from '#ui/button/button.tsx'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'

interface Keeper {
  readonly value: string
  readonly kind: string
  readonly says: string
  readonly sentence: string
}

export interface KeepersViewProps {
  readonly id: string
  readonly says: string
  readonly back: string
  readonly action: string
  readonly basedOn: number
  readonly search: string
  readonly held: readonly Keeper[]
  readonly found: readonly Keeper[]
}

/** What keeps a clause, chosen from everything that can keep one, each by its sentence. */
export function KeepersView(props: KeepersViewProps) {
  const option = (keeper: Keeper) => ({
    value: keeper.value,
    text: `${keeper.kind}: ${keeper.says}`,
    hint: keeper.sentence,
  })
  return (
    <Page title={`What keeps ${props.id}`} back={props.back}>
      <InsetText>{props.says}</InsetText>
      <FilterBar
        label="Look for what could keep it"
        fields={[
          {
            name: 'q',
            label: 'Words of a duty, an agreement, a chart, a gate …',
            value: props.search,
            grow: true,
            type: 'search',
          },
        ]}
        keep={{ at: `clauses/${props.id}` }}
      />
      <Form action={props.action}>
        <input type="hidden" name="based" value={String(props.basedOn)} />
        {props.held.length > 0 && (
          <Checkboxes
            name="keepers"
            idPrefix="held"
            legend="It is kept by"
            legendSize="m"
            small
            value={props.held.map(({ value }) => value)}
            options={props.held.map(option)}
          />
        )}
        {props.held.length === 0 && <p class="govuk-body">Nothing keeps it yet. Look for something above.</p>}
        {props.found.length > 0 && (
          <Checkboxes
            name="keepers"
            idPrefix="found"
            legend={`With “${props.search}”`}
            legendSize="m"
            small
            options={props.found.map(option)}
          />
        )}
        {props.search !== '' && props.found.length === 0 && <p class="govuk-body">Nothing else has these words.</p>}
        <Button preventDoubleClick>Save what keeps it</Button>
      </Form>
    </Page>
  )
}
