/** Where the PDF of a version is: `here` is the version's own path, perhaps with its number behind. */
export function pdfPath(base: string, here: string): string {
  const [path = '', query] = here.split('?')
  return `${base}${path}/pdf${query === undefined ? '' : `?${query}`}`
}
