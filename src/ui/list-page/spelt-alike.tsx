import { InsetText } from '../inset-text/inset-text.tsx'

/** Over a list whose search found only what is spelt like what was typed. */
export function SpeltAlike({ words, things }: { readonly words: string; readonly things: string }) {
  return (
    <InsetText>
      No {things} that you may see has “{words}” as it is typed. Listed is what is spelt like it.
    </InsetText>
  )
}

/** Over a list whose search was for something that too much has: it went through the newest, and says so. */
export function MoreThanSearched({ things }: { readonly things: string }) {
  return (
    <InsetText>
      Too many {things} may have this to go through them all: found is what the newest of them have. Add a word that
      fewer {things} have.
    </InsetText>
  )
}
