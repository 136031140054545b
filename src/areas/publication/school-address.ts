const LONGEST = 44

/** A school's part of an address, made from its name; never one that another school has. */
export function addressFor(name: string, taken: readonly string[]): string {
  const plain =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST)
      .replace(/^-+|-+$/g, '') || 'school'
  if (!taken.includes(plain)) return plain
  let at = 2
  while (taken.includes(`${plain}-${at}`)) at += 1
  return `${plain}-${at}`
}
