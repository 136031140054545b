/** A day that a field holds, as people say it; anything else as it is. */
export function sayDay(text: string): string {
  try {
    return Temporal.PlainDate.from(text.slice(0, 10)).toLocaleString('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    })
  } catch {
    return text
  }
}
