import type { FormReader } from '#core/form.ts'
import { readSaid, typedNow } from './read-said.ts'
import type { TellBlock, TellsOnPage } from './tell-blocks.ts'
import type { ToldAtStep } from './told-by-step.ts'

/** Reads what somebody says at a step about those whom it tells, and about those whom the answer leaves untold. */
export function readTold(reader: FormReader, tells: TellsOnPage, answers: readonly string[]): ToldAtStep[] {
  const told = tells.blocks.flatMap((block) => readBlock(reader, block, tells))
  const [first] = tells.blocks
  if (tells.need === 'any' && first !== undefined && told.length === 0)
    reader.fault(first.key, 'Say which of them was told')
  const untold = tells.untold
    .filter(({ answer }) => answers.includes(answer))
    .flatMap(({ key, tellings }) => {
      const because = reader.text(key, { max: 4000, required: 'Say why they are not told' })
      return tellings.map((telling) => ({ ...telling, because }))
    })
  return [...told, ...untold]
}

function readBlock(reader: FormReader, block: TellBlock, tells: TellsOnPage): ToldAtStep[] {
  const how = choosesHow(block)
    ? reader.choice(block.key, [NOW, ...block.earlier.map(({ id }) => id), ...leaves(block)], WHICH)
    : NOW
  if (how === null) return []
  if (how === NOW) return [{ ...block.telling, said: readSaid(reader, block.key, tells) }]
  if (how !== NO) return [{ ...block.telling, before: how }]
  if (block.oneOfSeveral) return []
  return [{ ...block.telling, because: reader.text(becauseField(block), { max: 4000, required: 'Say why not' }) }]
}

/** The values of the question how somebody was told, beside the contacts that are written down already. */
export const NOW = 'now'
export const NO = 'no'
const WHICH = 'Say whether they were told'

/** The name of the field that says why somebody of several was not told. */
export const becauseField = ({ key }: Pick<TellBlock, 'key'>): string => `${key}_because`

const leaves = (block: TellBlock): string[] => (block.oneOfSeveral || block.mayLeave ? [NO] : [])

/** Whether there is anything to choose: otherwise the form asks at once when and how they were told. */
export const choosesHow = (block: TellBlock): boolean =>
  block.earlier.length > 0 || block.oneOfSeveral || block.mayLeave

/** What stands in the form before anybody has typed: told before where it is written down, otherwise now. */
export const typedTold = (tells: TellsOnPage): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...tells.blocks.map((block) => ({
      ...typedNow(block.key, tells),
      ...(block.earlier.length === 0 ? {} : { [block.key]: block.earlier.at(-1)?.id ?? '' }),
    })),
  )
