import { InsetText } from '../inset-text/inset-text.tsx'

/** Over a list whose search found only what is spelt like what was typed. */
export function SpeltAlike({ words, things }: { readonly words: string; readonly things: string }) {
  return (
    <InsetText>
      No {things} that you may see has “{words}” as it is typed. Listed is what is spelt like it.
    </InsetText>
  )
}
