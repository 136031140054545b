import { BoardSquares } from '#ui/board/board.tsx'
import { Card } from '#ui/card/card.tsx'
import { Progress } from '#ui/progress/progress.tsx'
import type { State } from '#ui/square/square.tsx'
import { stateSays } from '#ui/square/square.tsx'
import { elsewhere } from '../paths.ts'

export interface HomeSideProps {
  readonly cases: readonly {
    readonly id: string
    readonly title: string
    readonly reference: string
    readonly says: string
  }[]
  readonly caseCount: number
  /** The concerns that the person looks after. */
  readonly concerns: {
    readonly lines: readonly { readonly id: string; readonly about: string; readonly says: string }[]
    readonly count: number
  }
  readonly promises: readonly {
    readonly id: string
    readonly says: string
    readonly state: State
    readonly proof: 'enforced' | 'proved' | 'attested' | null
  }[]
  readonly agreements: {
    readonly asked: number
    readonly signed: number
    readonly most: { readonly name: string; readonly count: number } | null
  } | null
}

/** The column beside one's duties. */
export function HomeSide({ cases, caseCount, concerns, promises, agreements }: HomeSideProps) {
  return (
    <>
      {cases.length > 0 && (
        <Card
          title="Cases you hold"
          id="cases"
          end={
            <a class="kept-link govuk-body-s" href={elsewhere.openIncidents()}>
              {caseCount > cases.length ? `All ${caseCount}` : 'All cases'}
            </a>
          }
        >
          <ul class="kept-list kept-rows govuk-body-s">
            {cases.map((one) => (
              <li>
                <a class="kept-link" href={elsewhere.incident(one.id)}>
                  <b>{one.title}</b>
                </a>
                <br />
                <span class="kept-ref">{one.reference}</span>
                {one.says === '' ? '' : `, ${one.says}`}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {concerns.lines.length > 0 && <Concerns {...concerns} />}
      {promises.length > 0 && <Promises promises={promises} />}
      {agreements !== null && <Agreements {...agreements} />}
    </>
  )
}

function Concerns({ lines, count }: HomeSideProps['concerns']) {
  return (
    <Card
      title="Concerns you hold"
      id="concerns"
      end={
        <a class="kept-link govuk-body-s" href={elsewhere.myConcerns()}>
          {count > lines.length ? `All ${count}` : 'All concerns'}
        </a>
      }
    >
      <ul class="kept-list kept-rows govuk-body-s">
        {lines.map((one) => (
          <li>
            <a class="kept-link" href={elsewhere.concern(one.id)}>
              <b>{one.about}</b>
            </a>
            <br />
            {one.says}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const MOST = 64

function Promises({ promises }: Pick<HomeSideProps, 'promises'>) {
  const shown = promises.slice(0, MOST)
  return (
    <Card
      title="Promises you keep"
      id="promises"
      end={
        <a class="kept-link govuk-body-s" href={elsewhere.board()}>
          Whole board
        </a>
      }
    >
      <BoardSquares
        squares={shown.map((one) => ({
          href: elsewhere.clause(one.id),
          state: one.state,
          proof: one.proof ?? undefined,
          says: `${one.id}, ${stateSays(one.state, one.proof ?? undefined)}: ${shorten(one.says)}`,
        }))}
      />
      {promises.length > shown.length && (
        <p class="govuk-body-s">{`${promises.length - shown.length} more stand on the whole board.`}</p>
      )}
    </Card>
  )
}

const shorten = (text: string) => (text.length <= 110 ? text : `${text.slice(0, 109).replace(/\s+\S*$/, '')} …`)

const figure = (count: number) => count.toLocaleString('en-GB')

function Agreements({ asked, signed, most }: NonNullable<HomeSideProps['agreements']>) {
  const left = asked - signed
  return (
    <Card
      title="Agreements signed"
      id="agreements"
      end={
        <a class="kept-link govuk-body-s" href={elsewhere.agreements()}>
          See who
        </a>
      }
    >
      <p class="kept-meta kept-meta--ink">
        <strong>{`${figure(signed)} of ${figure(asked)}`}</strong> agreements
      </p>
      <Progress done={signed} of={asked} />
      <p class="govuk-body-s">
        {left === 0
          ? 'Everybody has signed.'
          : `${figure(left)} to go.${most === null ? '' : ` ${most.name} has most: ${most.count}.`}`}
      </p>
    </Card>
  )
}
