import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { ViewLinks } from '#ui/tab-links/tab-links.tsx'
import type { SavedList } from './saved-lists.ts'
import type { NamedHome } from './saved-pages.tsx'

export interface SavedViewProps {
  readonly home: NamedHome
  readonly lists: readonly SavedList[]
  /** What is to be saved, as the address of the list says it. */
  readonly at: string
  readonly typed: string
  readonly errors: Readonly<Record<string, string>>
}

/** Over a list: the ones that have a name, and the way to give the present one a name. */
export function SavedBar({ home, lists, at }: Pick<SavedViewProps, 'home' | 'lists' | 'at'>) {
  return (
    <div class="kept-noprint kept-saved">
      {lists.length > 0 && (
        <ViewLinks
          label="Saved lists"
          items={lists.map((one) => ({
            href: home.href(one.query),
            text: one.shared && !one.mine ? `${one.name} (shared)` : one.name,
            active: one.query === at && at !== '',
          }))}
        />
      )}
      <a class="kept-link govuk-body-s" href={`${home.saved}?${new URLSearchParams({ at }).toString()}`}>
        Save this list
      </a>
    </div>
  )
}

/** Giving the present list a name, and looking after those that have one. */
export function SavedView({ home, lists, at, typed, errors }: SavedViewProps) {
  return (
    <Page
      title="Saved lists"
      errors={errors}
      back={{ href: home.href(at), text: home.title }}
      lede="Saved are the view, the filters, the words and the order as they are now."
    >
      <Form action={home.saved}>
        <input type="hidden" name="at" value={at} />
        <Input
          name="name"
          label="What is this list called?"
          labelSize="s"
          hint="Others may read it. No names of children."
          value={typed}
          error={errors.name}
          width={20}
          autocomplete="off"
        />
        <Checkboxes
          name="shared"
          legend="Who sees it?"
          legendSize="s"
          options={[{ value: 'yes', text: 'Share it with those who handle the same' }]}
          small
        />
        <Button>Save</Button>
      </Form>
      {lists.length === 0 ? (
        <EmptyState title="No list is saved yet">Saved lists stand above the list, one press away.</EmptyState>
      ) : (
        lists.map((one) => <OneList home={home} one={one} />)
      )}
    </Page>
  )
}

function OneList({ home, one }: { readonly home: NamedHome; readonly one: SavedList }) {
  return (
    <Card
      size="m"
      id={`list-${one.id}`}
      title={
        <a class="kept-link" href={home.href(one.query)}>
          {one.name}
        </a>
      }
      end={[one.mine ? (one.shared ? 'Yours, shared' : 'Yours') : 'Shared by a colleague', one.first && 'opens first']
        .filter(Boolean)
        .join(', ')}
    >
      <Form action={`${home.saved}/${one.id}`}>
        {one.mine && (
          <Input name="name" id={`name-${one.id}`} label="Name" value={one.name} width={20} autocomplete="off" />
        )}
        <ButtonGroup>
          {one.mine && <Does does="rename">Rename</Does>}
          <Does does={one.first ? 'begin_plainly' : 'begin_with'}>
            {one.first ? 'Open the whole list first' : 'Open this first'}
          </Does>
          {one.mine && (
            <Does does={one.shared ? 'keep_to_oneself' : 'share'}>{one.shared ? 'Stop sharing' : 'Share it'}</Does>
          )}
          {one.mine && <Does does="remove">Remove</Does>}
        </ButtonGroup>
      </Form>
    </Card>
  )
}

const Does = ({ does, children }: { readonly does: string; readonly children: string }) => (
  <Button name="does" value={does} variant="secondary" small>
    {children}
  </Button>
)
