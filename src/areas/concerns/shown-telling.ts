import type { Typed } from '#core/form.ts'
import type { MoreToAsk } from './more.ts'
import { NOTHING_MORE } from './more.ts'
import { newOnce } from './receipt.ts'
import type { Step } from './tell-steps.ts'

/** A page of telling as it is to be shown: what was typed so far, what is wrong, what it asks. */
export interface ShownTelling {
  readonly form: { readonly typed: Typed; readonly errors: Readonly<Record<string, string>> }
  readonly more: MoreToAsk
  readonly page: Step
}

/** The first page, before anything was said. */
export const NOT_SENT: ShownTelling = { form: { typed: {}, errors: {} }, more: NOTHING_MORE, page: 1 }

/** The part of a page's properties that comes from the form. The number of the form goes along, so that it makes one concern. */
export const shownOf = ({ form, more, page }: ShownTelling) => ({
  typed: form.typed,
  errors: form.errors,
  more,
  step: page,
  once: typeof form.typed.once === 'string' && form.typed.once !== '' ? form.typed.once : newOnce(),
})
