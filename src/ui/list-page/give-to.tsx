import { Button } from '../button/button.tsx'

export interface GiveToProps {
  readonly people: readonly { readonly value: string; readonly text: string }[]
  /** What giving them to nobody is called, where that can be chosen. */
  readonly nobody?: string | undefined
}

/** In the bar over a list: whom the ticked ones are given to. Nothing where there is nobody to give them to. */
export function GiveTo({ people, nobody }: GiveToProps) {
  if (people.length === 0) return null
  return (
    <span class="kept-bulk__give">
      <label for="give-to">Give to</label>
      <select id="give-to" name="to">
        <option value="">Choose a name</option>
        {people.map((one) => (
          <option value={one.value}>{one.text}</option>
        ))}
        {nobody !== undefined && <option value="nobody">{nobody}</option>}
      </select>
      <Button name="do" value="give" variant="secondary" small>
        Give
      </Button>
    </span>
  )
}
