import { Input, type InputProps } from '../input/input.tsx'

const LIST = 'known-people'

/** A field for somebody's name: the names of `KnownNames`, which stands once in the page, appear as one types. */
export const NameInput = (props: Omit<InputProps, 'autocomplete' | 'attributes'>) => (
  <Input {...props} autocomplete="off" attributes={{ list: LIST }} />
)

/** The names that appear in every `NameInput` of the page. */
export function KnownNames({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <datalist id={LIST}>
      {names.map((name) => (
        <option value={name} />
      ))}
    </datalist>
  )
}
