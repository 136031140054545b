import type { Control, Sent } from './control.ts'
import { ofShape, under } from './control.ts'

/** The names of the fields that a form has for what was sent. */
export function fieldNames(control: Control, name: string, sent: Sent): string[] {
  if (control.is === 'group')
    return control.fields.flatMap((field) => fieldNames(field.control, under(name, field.key), sent))
  if (control.is === 'choice') {
    const shape = control.shapes[Number(sent[name] || Number.NaN)]
    const index = shape === undefined ? -1 : control.shapes.indexOf(shape)
    return [name, ...(shape === undefined ? [] : fieldNames(shape.control, ofShape(name, index), sent))]
  }
  if (control.is === 'several' || control.is === 'pairs') {
    const keys = new Set(
      Object.keys(sent).flatMap((key) =>
        key.startsWith(`${name}/`) ? [key.slice(name.length + 1).split(/[/:]/)[0] ?? ''] : [],
      ),
    )
    return [name, ...[...keys].flatMap((key) => fieldNames(control.of, under(name, key), sent))]
  }
  return control.is === 'parts' || control.is === 'fixed' ? [] : [name]
}
