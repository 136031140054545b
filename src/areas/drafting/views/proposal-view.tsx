import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { Progress } from '#ui/progress/progress.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { paths } from '../paths.ts'
import { LinkWays } from './link-ways.tsx'
import { ProposalWays } from './proposal-ways.tsx'

export interface ProposalViewProps {
  readonly draft: { readonly id: string; readonly title: string }
  readonly clause: {
    readonly id: string
    readonly says: string
    readonly kind: string
    readonly area: string
    readonly strength: string
  }
  readonly where: string
  readonly section: string
  readonly state: string
  readonly looked: number
  readonly of: number
  readonly guesses: readonly {
    readonly label: string
    readonly is: string
    readonly percent: number
    readonly because: readonly string[]
  }[]
  readonly keptBy: readonly { readonly ref: string; readonly says: string }[]
  readonly planned: readonly string[]
  /** What keeps such clauses elsewhere, with shares. */
  readonly usual: readonly string[]
  readonly examples: readonly {
    readonly id: string
    readonly says: string
    readonly from: string
    readonly pack: string
    readonly keptBy: readonly { readonly ref: string; readonly says: string }[]
  }[]
  /** What the draft has that could keep it. */
  readonly own: readonly { readonly ref: string; readonly says: string; readonly kind: string }[]
  readonly cuts: readonly { readonly at: number; readonly first: string; readonly second: string }[]
  readonly first: boolean
  readonly before: string | null
  readonly after: string | null
  readonly nextOpen: string | null
  readonly errors?: Readonly<Record<string, string>>
}

/** One clause of the school's own document: what it is taken for, why, and what could keep it. */
export function ProposalView(props: ProposalViewProps) {
  const { draft, clause, looked, of, state } = props
  return (
    <Page
      title={`Clause ${clause.id}`}
      caption={`${draft.title}: ${looked} of ${of} looked at`}
      back={{ href: paths.proposals.to(draft.id), text: 'All proposals' }}
      actions={<Tag class={state === 'open' ? 'govuk-tag--blue' : 'govuk-tag--green'}>{STATES[state] ?? state}</Tag>}
      errors={props.errors}
    >
      <Progress done={looked} of={of} />
      <Layout side={<Like {...props} />} sideLabel="Clauses like it">
        <InsetText>
          {clause.says}
          <br />
          <span class="kept-meta">
            {props.where}
            {props.section !== '' && `, under “${props.section}”`}
          </span>
        </InsetText>
        <SummaryList
          rows={[
            ...props.guesses.map((guess) => ({
              key: `${guess.label} proposed`,
              value: `${guess.is} (${guess.percent} in 100)${guess.because.length === 0 ? '' : `, because of: ${guess.because.join(', ')}`}`,
            })),
            {
              key: 'In the draft now',
              value: [clause.kind, clause.area, clause.strength].filter((one) => one !== '').join(', '),
            },
            props.usual.length > 0 && { key: 'Such clauses are kept by', value: props.usual.join(', ') },
          ]}
        />
        {state === 'open' && (
          <Form action={paths.proposals.to(draft.id)}>
            <input type="hidden" name="clause" value={clause.id} />
            <ButtonGroup>
              <Button name="do" value="accept">
                Accept
              </Button>
              <Button name="do" value="drop" variant="secondary">
                Not a rule: leave it out
              </Button>
              {!props.first && (
                <Button name="do" value="join" variant="secondary">
                  Join it to the one before
                </Button>
              )}
            </ButtonGroup>
          </Form>
        )}
        <ProposalWays {...props} />
        <LinkWays {...props} />
        <Turns {...props} />
      </Layout>
    </Page>
  )
}

function Turns({ draft, before, after, nextOpen }: ProposalViewProps) {
  const link = (to: string | null, words: string, rel?: string) =>
    to !== null && (
      <li>
        <a class="kept-link" rel={rel} href={paths.proposals.to(draft.id, `?clause=${encodeURIComponent(to)}`)}>
          {words}
        </a>
      </li>
    )
  return (
    <nav aria-label="Other clauses" class="kept-gap-top">
      <ul class="govuk-list">
        {link(nextOpen, 'The next one that is open')}
        {link(before, 'The one before', 'prev')}
        {link(after, 'The one after', 'next')}
      </ul>
    </nav>
  )
}

function Like({ draft, clause, examples }: ProposalViewProps) {
  return (
    <Card title="Clauses like it" id="like">
      {examples.length === 0 && <p class="govuk-body-s">There is none in the policies of this program.</p>}
      {examples.map((example) => (
        <>
          <p class="govuk-body-s">
            “{example.says}”{' '}
            <span class="kept-meta">
              {example.id} of “{example.from}”
            </span>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {example.keptBy.map((control) => (
              <li class="govuk-body-s">
                {control.says}{' '}
                <a
                  class="kept-link"
                  href={paths.take.to(
                    draft.id,
                    `?clause=${encodeURIComponent(clause.id)}&pack=${example.pack}&ref=${encodeURIComponent(control.ref)}`,
                  )}
                >
                  See what comes with it<span class="govuk-visually-hidden">: {control.ref}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </Card>
  )
}

const STATES: Readonly<Record<string, string>> = {
  open: 'Not looked at',
  accepted: 'Accepted',
  changed: 'Changed',
  split: 'Split',
}
