import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import type { VisitorAsking, VisitorLine } from '../lines.ts'
import { paths } from '../paths.ts'

export interface WelcomeViewProps {
  readonly visitor: VisitorLine
  /** Where an agreement is signed on a device of the school. */
  readonly hereHref: (requestId: string) => string
}

/** One visitor: what they sign before they start, and how. */
export function WelcomeView({ visitor, hereHref }: WelcomeViewProps) {
  return (
    <Page
      title={visitor.name}
      caption={visitor.kind === 'volunteer' ? 'Volunteer' : 'Visitor'}
      back={{ href: paths.list.to(), text: 'Visitors' }}
    >
      <div class="kept-stack kept-measure">
        {visitor.askings.length === 0 && (
          <p class="govuk-inset-text">
            The policy asks nothing of them. If they begin to come regularly, change what is known of them.
          </p>
        )}
        {visitor.askings.map((one) => (
          <Asking asking={one} mailed={visitor.mailed} href={hereHref(one.id)} />
        ))}
        <Card title="More about them">
          <p class="govuk-body-s">
            <a class="kept-link" href={`/people/${visitor.id}`}>
              What is known of them
            </a>
          </p>
          <Form action={paths.leave.to(visitor.id)}>
            <Button variant="secondary" small preventDoubleClick>
              They do not come any more
            </Button>
          </Form>
        </Card>
      </div>
    </Page>
  )
}

interface AskingProps {
  readonly asking: VisitorAsking
  readonly mailed: boolean
  readonly href: string
}

function Asking({ asking, mailed, href }: AskingProps) {
  const { signed, late } = asking
  return (
    <Card
      title={asking.title}
      size="m"
      end={
        <StatePill state={signed ? 'kept' : late ? 'late' : 'due'}>
          {signed ? 'Signed' : late ? 'Late' : 'Not signed'}
        </StatePill>
      }
    >
      {!signed && asking.here && (
        <>
          <p>Open it on this device and hand it over. Stay beside them: your name goes on the record.</p>
          <Button href={href}>Sign it here</Button>
        </>
      )}
      {!signed && (
        <p class="kept-meta">
          {mailed
            ? 'A link went to their mail address as well.'
            : 'No mail address is known: they can sign here or on paper.'}
        </p>
      )}
    </Card>
  )
}
