import { z } from 'zod'
import { controlOf, shapeLabel } from './build.ts'
import type { Control, Option } from './control.ts'
import { bare, shapeOf } from './known-types.ts'
import type { Subject } from './options.ts'

/** The form of a part on its own page. Where a part may be of several kinds, the page is about one of them. */
export interface PageControl {
  readonly control: Control
  /** The kinds that it may be; empty where there is one only. */
  readonly kinds: readonly Option[]
  readonly kind: number
}

/** How a part is asked for, as the kind that it has or the one that was asked for. */
export function pageControl(type: z.core.$ZodType, subject: Subject, value: unknown, wanted?: number): PageControl {
  const inner = bare(type)
  const key = subject.place.at(-1) ?? ''
  const shapes =
    inner instanceof z.ZodUnion ? inner.options.filter((option) => bare(option) instanceof z.ZodObject) : []
  if (!(inner instanceof z.ZodUnion) || shapes.length < inner.options.length)
    return { control: controlOf(type, key, subject), kinds: [], kind: 0 }
  const kind = wanted !== undefined && wanted < shapes.length ? wanted : shapeOf(shapes, value)
  return {
    control: controlOf(shapes[kind] ?? inner, key, subject),
    kinds: shapes.map((shape, index) => ({ value: String(index), text: shapeLabel(shape, shapes) })),
    kind,
  }
}
