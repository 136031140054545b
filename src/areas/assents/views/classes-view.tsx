import { Button } from '#ui/button/button.tsx'
import { BulkBar, DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { sayCount } from '#ui/list-page/count-words.ts'
import { Page } from '#ui/page/page.tsx'
import { Progress } from '#ui/progress/progress.tsx'
import { ViewLinks } from '#ui/tab-links/tab-links.tsx'
import type { ClassCount } from '../asking.ts'
import { paths } from '../paths.ts'
import { queryOf } from './asking-words.ts'
import { AgreementTabs } from './overview-view.tsx'

export interface ClassesViewProps {
  readonly classes: readonly ClassCount[]
  readonly assent: string
  readonly assents: readonly { readonly value: string; readonly text: string }[]
}

/** Every class with how far it is, the way to its roll, and reminders and class lists for those that are ticked. */
export function ClassesView(props: ClassesViewProps) {
  const { classes, assent, assents } = props
  return (
    <Page
      title="Agreements"
      lede="By class. Open a class for its roll and its paper slips."
      wide
      actions={
        <Button href={paths.classesPrint.to(queryOf({ assent }))} variant="secondary" small>
          Print all class lists
        </Button>
      }
    >
      <AgreementTabs active="classes" />
      <ViewLinks
        label="Agreement"
        items={[{ value: '', text: 'All that pupils are asked' }, ...assents].map((one) => ({
          href: paths.classes.to(queryOf({ assent: one.value })),
          text: one.text,
          active: one.value === assent,
        }))}
      />
      {classes.length === 0 ? (
        <EmptyState title="No classes yet">Classes appear here after the first import.</EmptyState>
      ) : (
        <Table {...props} />
      )}
    </Page>
  )
}

function Table({ classes, assent }: ClassesViewProps) {
  const total = classes.length
  const things = { one: 'class', many: 'classes' }
  return (
    <Form action={paths.classesChosen.to()} attributes={{ 'data-module': 'kept-choose' }}>
      <input type="hidden" name="assent" value={assent} />
      <BulkBar count={<span data-chosen="">Those with a tick</span>}>
        <Button name="do" value="remind" variant="secondary" small>
          Remind who has not signed
        </Button>
        <Button name="do" value="print" variant="secondary" small>
          Print class lists
        </Button>
      </BulkBar>
      <p class="kept-count">{`${sayCount({ things, page: 1, size: total, total, found: false })}.`}</p>
      <DataTable
        caption="Classes by name"
        cards
        choose="ids"
        columns={[
          { says: 'Class', card: 'head', nowrap: true },
          { says: 'Pupils', numeric: true },
          { says: 'Signed', nowrap: true },
          { says: 'How far' },
          { says: 'Not signed', numeric: true },
        ]}
        rows={classes.map((one) => ({
          choose: { value: one.id, label: `Choose ${one.name}` },
          cells: [
            <a class="kept-link" href={paths.class.to(one.id, queryOf({ assent }))}>
              {one.name}
            </a>,
            String(one.pupils),
            `${one.signed} of ${one.asked}`,
            one.asked === 0 ? '' : <Progress done={one.signed} of={one.asked} />,
            one.asked === one.signed ? '' : String(one.asked - one.signed),
          ],
        }))}
      />
    </Form>
  )
}
