import { describedBy, FormGroup, type GroupProps, HintAndError } from '../field/field.tsx'
import { Fieldset } from '../fieldset/fieldset.tsx'
import { said, type Words } from '../words.ts'

/** Whether a group draws a fieldset. */
export const hasFieldset = (props: GroupProps): boolean => props.fieldset === true || said(props.legend) !== null

/** Form group, fieldset, hint and error around radios, tick boxes or a date. */
export function ChoiceGroup({
  id,
  role,
  children,
  ...props
}: GroupProps & { readonly id: string; readonly role?: 'group'; readonly children: Words }) {
  const inner = (
    <>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {children}
    </>
  )
  return (
    <FormGroup error={props.error} class={props.groupClass} attributes={props.groupAttributes}>
      {hasFieldset(props) ? (
        <Fieldset
          legend={props.legend}
          legendSize={props.legendSize}
          legendIsHeading={props.legendIsHeading}
          role={role}
          describedBy={describedBy(id, props)}
          class={props.fieldsetClass}
          attributes={props.fieldsetAttributes}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}
