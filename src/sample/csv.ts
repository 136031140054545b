/** One CSV file as OneRoster wants it: a header, commas, quotation marks where they are needed, UTF-8. */
export function csvFile(
  columns: readonly string[],
  rows: Iterable<Readonly<Record<string, string | number | null>>>,
): Uint8Array {
  const lines = [columns.join(',')]
  for (const row of rows) lines.push(columns.map((column) => cell(String(row[column] ?? ''))).join(','))
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
