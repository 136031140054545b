import { countOf } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Figures } from '#ui/figures/figures.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { WarningText } from '#ui/warning-text/warning-text.tsx'
import { isEmptyPlan } from '../import/plan-import.ts'
import type { ImportPlan } from '../import/plan-types.ts'
import { paths } from '../paths.ts'
import { PlanTables } from './plan-tables.tsx'

export interface ImportPlanViewProps {
  readonly id: string
  readonly name: string
  readonly plan: ImportPlan
  /** The hash of what is shown: only this is carried out. */
  readonly seen: string
  /** Why an attempt to carry it out came to nothing; empty when there was none. */
  readonly said?: string
}

/** What an upload would do: every joiner, leaver and change, every fault, and the choice. */
export function ImportPlanView({ id, name, plan, seen, said }: ImportPlanViewProps) {
  return (
    <Page title="Check the import" caption={name} back={paths.imports.to()} lede={ledeOf(plan)}>
      {said && <Alert title="Not imported">{said}</Alert>}
      {plan.warnings.map((warning) => (
        <WarningText>{warning}</WarningText>
      ))}
      <Figures
        items={[
          { value: plan.joiners.length, label: 'Joiners', href: plan.joiners.length > 0 ? '#joiners' : undefined },
          { value: plan.leavers.length, label: 'Leavers', href: plan.leavers.length > 0 ? '#leavers' : undefined },
          { value: plan.changes.length, label: 'Changes', href: plan.changes.length > 0 ? '#changes' : undefined },
          { value: plan.families.add.length + plan.families.end.length, label: 'Family links' },
          { value: plan.classes.add.length + plan.classes.change.length + plan.classes.end.length, label: 'Classes' },
          { value: plan.classMembers.add.length + plan.classMembers.end.length, label: 'Places in classes' },
        ]}
      />
      <Choice id={id} plan={plan} seen={seen} />
      <PlanTables id={id} plan={plan} />
    </Page>
  )
}

const faultyRows = ({ faults }: ImportPlan): number => faults.filter(({ weight }) => weight === 'row').length

function ledeOf(plan: ImportPlan): string {
  if (plan.blocked === 'set') return 'These files cannot be used as they are. Nothing was changed.'
  if (plan.blocked === 'rows') return `${countOf(faultyRows(plan), 'fault')} in the rows. Nothing was changed.`
  return isEmptyPlan(plan) ? 'Everything in this file is here already.' : 'Nothing has been changed yet.'
}

function Choice({ id, plan, seen }: Pick<ImportPlanViewProps, 'id' | 'plan' | 'seen'>) {
  const again = (
    <Button href={paths.imports.to()} variant="secondary">
      Hand in another file
    </Button>
  )
  if (plan.blocked === 'set' || isEmptyPlan(plan)) return <ButtonGroup>{again}</ButtonGroup>
  const skipping = faultyRows(plan) > 0
  return (
    <Form action={paths.import.to(id)}>
      <input type="hidden" name="seen" value={seen} />
      {skipping && <input type="hidden" name="skip" value="yes" />}
      {skipping && (
        <p class="govuk-body">Rows at fault can be left out. Nobody is ended because their row was left out.</p>
      )}
      <ButtonGroup>
        <Button preventDoubleClick variant={skipping ? 'warning' : undefined}>
          {skipping ? 'Leave those rows out and import the rest' : 'Import'}
        </Button>
        {again}
      </ButtonGroup>
    </Form>
  )
}
