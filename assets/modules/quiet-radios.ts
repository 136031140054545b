import { Radios } from 'govuk-frontend'

/** Radios that open further fields. A radio may not carry `aria-expanded`, so the attribute is taken off again. */
export class QuietRadios extends Radios {
  override syncConditionalRevealWithInputState(input: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute('aria-expanded')
  }
}
