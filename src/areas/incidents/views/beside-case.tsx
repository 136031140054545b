import { Page } from '#ui/page/page.tsx'
import type { Words } from '#ui/words.ts'
import { paths } from '../paths.ts'

export interface BesideCaseProps {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly lede: Words
  readonly errors?: Readonly<Record<string, string>>
  readonly children: Words
}

/** A page beside a case, on which something is added to it or taken from it: the number of the case, and the way back. */
export function BesideCase({ id, reference, ...page }: BesideCaseProps) {
  return <Page {...page} caption={reference} back={{ href: paths.show.to(id), text: 'Back to the case' }} />
}
