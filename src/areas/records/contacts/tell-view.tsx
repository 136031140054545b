import type { Typed } from '#core/form.ts'
import { Fieldset } from '#ui/fieldset/fieldset.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { becauseField, choosesHow, NO, NOW } from './read-told.ts'
import { SaidFields } from './said-fields.tsx'
import type { TellBlock, TellsOnPage, UntoldBlock } from './tell-blocks.ts'

interface TellsProps {
  readonly tells: TellsOnPage
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Those whom a step tells: when and how, and what came back. */
export function Tells({ tells, typed, errors }: TellsProps) {
  if (tells.blocks.length === 0) return null
  return (
    <>
      {tells.blocks.map((block) => (
        <Block block={block} typed={typed} errors={errors} />
      ))}
    </>
  )
}

function Block({ block, typed, errors }: { readonly block: TellBlock } & Omit<TellsProps, 'tells'>) {
  const said = (
    <SaidFields
      name={block.key}
      asks={block.asks}
      typed={typed}
      errors={errors}
      when="When were they told?"
      saidTo="What were they told?"
    />
  )
  if (!choosesHow(block))
    return (
      <Fieldset legend={block.says} legendSize="m">
        {said}
      </Fieldset>
    )
  return (
    <Radios
      name={block.key}
      legend={`${block.says}: were they told?`}
      legendSize="m"
      value={typed[block.key]}
      error={errors[block.key]}
      options={[
        ...block.earlier.map(({ id, says }) => ({ value: id, text: `Yes, ${says}: it is written down already` })),
        { value: NOW, text: block.earlier.length === 0 ? 'Yes' : 'Yes, again', conditional: said },
        block.oneOfSeveral && { value: NO, text: 'No' },
        block.mayLeave && {
          value: NO,
          text: 'No',
          conditional: (
            <Textarea
              name={becauseField(block)}
              label="Why not?"
              rows={2}
              value={typed[becauseField(block)]}
              error={errors[becauseField(block)]}
            />
          ),
        },
      ]}
    />
  )
}

/** Why those whom an answer leaves untold are not told. */
export function Untold({
  blocks,
  typed,
  errors,
}: { readonly blocks: readonly UntoldBlock[] } & Omit<TellsProps, 'tells'>) {
  return (
    <>
      {blocks.map(({ key, says }) => (
        <Textarea
          name={key}
          label={`${says}: why are they not told?`}
          labelSize="s"
          hint="Whoever reads the case later has to understand it."
          rows={3}
          value={typed[key]}
          error={errors[key]}
        />
      ))}
    </>
  )
}
