/** The order of a list: by which column, and whether it runs downwards (the newest or the largest first). */
export interface Sort<By extends string> {
  readonly by: By
  readonly down: boolean
}

/** Reads an order as an address says it: `opened` upwards, `-opened` downwards; anything else is the usual one. */
export function readSort<By extends string>(text: string, columns: readonly By[], usual: Sort<By>): Sort<By> {
  const down = text.startsWith('-')
  const by = columns.find((column) => column === (down ? text.slice(1) : text))
  return by === undefined ? usual : { by, down }
}

/** The order as an address says it. */
export const writeSort = ({ by, down }: Sort<string>): string => (down ? `-${by}` : by)
