import type { ContentFault } from '#pack/edit/faults.ts'
import { placeText, readPlace } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import { kindAt, short, titleAt } from './describe.ts'
import type { Control, Sent } from './forms/control.ts'
import { fieldNames } from './forms/field-names.ts'
import { fieldOfFault } from './forms/names.ts'
import { pageOf } from './forms/page-of.ts'
import { askOf } from './forms/words.ts'
import { paths } from './paths.ts'

/** Each fault with the page on which it is put right. */
export const faultLinks = (draft: string, pack: Pack, faults: readonly ContentFault[]) =>
  faults.map((fault) => {
    const page = pageOf(pack, readPlace(fault.place) ?? [])
    return { says: fault.says, href: page.length === 0 ? paths.home.to(draft) : paths.part.to(draft, page) }
  })

/** Faults as the errors of a form: beside their field, or in the summary with the part that they are about. */
export function formErrors(
  pack: Pack,
  form: { readonly control: Control; readonly sent: Sent; readonly page: string },
  faults: readonly ContentFault[],
): Record<string, string> {
  const names = new Set(fieldNames(form.control, '', form.sent))
  const errors: Record<string, string> = {}
  const elsewhere: string[] = []
  for (const one of faults) {
    const fault = atItsKey(one)
    const field = fieldOfFault(names, form.page, fault.place)
    if (field !== null) errors[field] ??= fault.says
    else elsewhere.push(elsewhereSays(pack, fault, form.page))
  }
  // The summary links to a field; what is wrong elsewhere is said together, at the top of the page.
  return elsewhere.length === 0 ? errors : { ...errors, main: [...new Set(elsewhere)].slice(0, 8).join(' ') }
}

/** What is missing is asked for where it would stand. */
function atItsKey(fault: ContentFault): ContentFault {
  const name = fault.rule === 'missing' ? /^“([a-z_]+)” is missing/.exec(fault.says)?.[1] : undefined
  if (name === undefined) return fault
  return { ...fault, place: `${fault.place}/${name}`, says: `${askOf(name)}: this has to be said` }
}

function elsewhereSays(pack: Pack, fault: ContentFault, own: string): string {
  if (fault.place === own || fault.place === '') return fault.says
  const page = pageOf(pack, readPlace(fault.place) ?? [])
  return page.length === 0 || placeText(page) === own
    ? fault.says
    : `${kindAt(page)} “${short(titleAt(pack, page), 60)}”: ${fault.says}`
}
