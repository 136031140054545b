import { Button } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

export interface LeftOutViewProps {
  readonly draft: { readonly id: string; readonly title: string }
  readonly texts: readonly {
    readonly clause: string
    readonly says: string
    readonly where: string
    readonly why: string
  }[]
}

/** The texts of a document that became no clause, each to be taken back. */
export function LeftOutView({ draft, texts }: LeftOutViewProps) {
  return (
    <Page
      title="What was left out"
      caption={draft.title}
      back={{ href: paths.proposals.to(draft.id), text: 'Proposals' }}
      lede="Texts of your document that are no clauses of the draft. Nothing was lost: take back what is a rule after all."
    >
      {texts.length === 0 && (
        <EmptyState title="Nothing was left out">Every text of the document is a clause of the draft.</EmptyState>
      )}
      <ul class="kept-list kept-rows">
        {texts.map((text) => (
          <li class="kept-card__head">
            <span>
              {text.says}{' '}
              <span class="kept-meta">
                {text.where}, {text.why}
              </span>
            </span>
            <Form action={paths.dropped.to(draft.id)}>
              <input type="hidden" name="clause" value={text.clause} />
              <Button small variant="secondary">
                Take it back<span class="govuk-visually-hidden">: {text.says.slice(0, 60)}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Page>
  )
}
