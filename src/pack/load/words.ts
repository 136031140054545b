/** Splits `rule|sentence`; anything else is the library's own message, put in our words as far as it goes. */
export function worded(message: string, rule: string): readonly [rule: string, says: string] {
  const own = /^([a-z_]+)\|(.+)$/s.exec(message)
  if (own?.[1] !== undefined && own[2] !== undefined) return [own[1], own[2]]
  return [rule, plainly(message)]
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'entries with keys',
  record: 'entries with keys',
  null: 'nothing',
  undefined: 'nothing',
}

function plainly(message: string): string {
  const type = /expected (\w+), received (\w+)/.exec(message)
  if (type) return `Here stands ${KINDS[type[2] ?? ''] ?? type[2]}; it must be ${KINDS[type[1] ?? ''] ?? type[1]}.`
  const options = /expected (?:one of )?(".*)$/s.exec(message)
  if (options) {
    const words = (options[1] ?? '').replaceAll('"', '').split('|')
    return words.length === 1 ? `Write ${words[0]}.` : `Write one of: ${words.join(', ')}.`
  }
  return `This does not fit here: ${message}.`
}
