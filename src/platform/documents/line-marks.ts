/** A line that begins with a bullet, a letter or a number of a list: its depth and its text; null for any other line. */
export function listMark(line: string): { depth: number; text: string } | null {
  const found = /^(\s*)(?:[-*+•●○◦▪■□▸►‣–—·\uf0b7\uf0a7]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(\S.*)$/u.exec(line)
  if (found === null) return null
  return { depth: Math.min(8, Math.floor((found[1] ?? '').replaceAll('\t', '  ').length / 2)), text: found[2] ?? '' }
}

/** A short line like `3.1 Passwords`: its level by the count of numbers. */
export function headingByNumber(line: string): { level: number; text: string } | null {
  const found = /^\s*(\d{1,2}(?:\.\d{1,2}){0,4})[.):]?\s+(\p{Lu}.{0,80})$/u.exec(line)
  const text = found?.[2]?.trim()
  if (text === undefined || /[.;,:!?]$/.test(text) || text.split(/\s+/).length > 10) return null
  return { level: Math.min(6, (found?.[1] ?? '').split('.').length), text }
}
