import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { ErrorMessage } from '#ui/error-message/error-message.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import type { AskedItem } from '../case/asked-item.ts'
import type { StepViewProps } from './step-view.tsx'

/** The item of evidence with which a step is done: those that fit, those that still wait for somebody, and where to add one. */
export function ItemAsked({ item, typed, errors }: Pick<StepViewProps, 'typed' | 'errors'> & { item: AskedItem }) {
  const [only, ...others] = item.fits
  return (
    <section aria-labelledby="item-asked">
      <h2 class="govuk-heading-m" id="item-asked">
        In evidence
      </h2>
      <p class="govuk-body">{item.says}</p>
      {only === undefined ? (
        errors.item !== undefined && (
          <div id="item" tabindex={-1}>
            <ErrorMessage>{errors.item}</ErrorMessage>
          </div>
        )
      ) : (
        <Radios
          name="item"
          legend="Which item is it?"
          legendSize="s"
          options={item.fits.map(({ id, says }) => ({ value: id, text: says }))}
          value={typed.item ?? (others.length === 0 ? only.id : undefined)}
          error={errors.item}
        />
      )}
      {item.waits.length > 0 && (
        <ul class="govuk-list">
          {item.waits.map(({ href, says, why }) => (
            <li>
              <a class="govuk-link" href={href}>
                {says}
              </a>{' '}
              <span class="kept-meta">{why}</span>
            </li>
          ))}
        </ul>
      )}
      <ButtonGroup>
        {item.adds.map(({ href, says }) => (
          <Button href={href} variant="secondary">
            {says}
          </Button>
        ))}
      </ButtonGroup>
    </section>
  )
}
