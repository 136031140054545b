import { Icon, type IconName } from '../icon/icon.tsx'
import { ScrollFrame } from '../scroll-frame/scroll-frame.tsx'
import { Square, type State } from '../square/square.tsx'
import { cx, type Words } from '../words.ts'

/** What somebody may do: yes, at set times, ask first, no. */
export type May = 'yes' | 'times' | 'ask' | 'no'

/** A cell says what one may do, how an answer stands, or anything else in words. */
export type MatrixCell =
  | { readonly may: May; readonly says?: Words; readonly href?: string | undefined }
  | { readonly state: State; readonly says: string; readonly href?: string | undefined }
  | { readonly words: Words }

export interface MatrixProps {
  readonly caption: string
  /** The first heading stands over the names of the rows. */
  readonly head: readonly Words[]
  readonly rows: readonly { readonly name: Words; readonly cells: readonly MatrixCell[] }[]
}

const marks: Readonly<Record<May, { readonly icon: IconName; readonly says: string }>> = {
  yes: { icon: 'tick', says: 'Yes' },
  times: { icon: 'clock', says: 'At set times' },
  ask: { icon: 'ask', says: 'Ask first' },
  no: { icon: 'cross', says: 'No' },
}

/** Who may do what, or who has answered what. */
export function Matrix({ caption, head, rows }: MatrixProps) {
  const squares = rows.some((row) => row.cells.some((cell) => 'state' in cell))
  return (
    <ScrollFrame label={`${caption}, scrolls sideways on a small screen`}>
      <table class={cx('kept-matrix', squares && 'kept-matrix--squares')}>
        <caption class="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((words) => (
              <th scope="col">{words}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td class={'may' in cell ? `kept-matrix__${cell.may}` : undefined}>
                  <CellWords cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function CellWords({ cell }: { cell: MatrixCell }) {
  if ('words' in cell) return <>{cell.words}</>
  const inner =
    'may' in cell ? <MayMark may={cell.may}>{cell.says}</MayMark> : <Square state={cell.state} says={cell.says} />
  return cell.href ? <a href={cell.href}>{inner}</a> : inner
}

/** What one may do, as a mark with its word. */
export function MayMark({ may, children }: { readonly may: May; readonly children?: Words }) {
  return (
    <span class={`kept-may kept-may--${may}`}>
      <Icon name={marks[may].icon} />
      {children ?? marks[may].says}
    </span>
  )
}
