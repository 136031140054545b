/** The names that appear as somebody types into a field for a person. */
export function KnownNames({ known }: { readonly known: readonly string[] }) {
  return (
    <datalist id="known-people">
      {known.map((name) => (
        <option value={name} />
      ))}
    </datalist>
  )
}
