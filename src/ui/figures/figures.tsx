import type { Words } from '../words.ts'

export interface Figure {
  readonly value: Words
  /** Small words after the value, for instance "of 38". */
  readonly unit?: Words
  readonly label: Words
  readonly href?: string | undefined
}

/** Numbers in tiles, each with what it counts. */
export function Figures({ items }: { readonly items: readonly Figure[] }) {
  return (
    <dl class="kept-figures">
      {items.map(({ value, unit, label, href }) => (
        <div class="kept-figure">
          <dt>
            {href ? (
              <a class="kept-link" href={href}>
                {label}
              </a>
            ) : (
              label
            )}
          </dt>
          <dd>
            {value}
            {unit && (
              <>
                {' '}
                <small>{unit}</small>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
