/** Gives each person an address of their own at a reserved domain, from letters that every mail system takes. */
export class MailBook {
  readonly #taken = new Set<string>()

  /** An address made from a name; a number is added when it is taken. */
  address(givenName: string, familyName: string, domain: string): string {
    const local = [givenName, familyName].map(letters).filter(Boolean).join('.') || 'person'
    for (let number = 1; ; number += 1) {
      const address = `${local}${number === 1 ? '' : number}@${domain}`
      if (this.#taken.has(address)) continue
      this.#taken.add(address)
      return address
    }
  }
}

const SPECIAL: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', þ: 'th', æ: 'ae', ø: 'o', ı: 'i', ß: 'ss' }

const letters = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[łđþæøıß]/g, (letter) => SPECIAL[letter] ?? '')
    .replace(/[^a-z]/g, '')
    .slice(0, 24)
