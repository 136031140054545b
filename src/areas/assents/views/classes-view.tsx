import { Card } from '#ui/card/card.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
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

/** Every class with how far it is, and the way to its roll. */
export function ClassesView({ classes, assent, assents }: ClassesViewProps) {
  return (
    <Page title="Agreements" lede="By class. Open a class for its roll, its list to print, and its paper slips." wide>
      <AgreementTabs active="classes" />
      <ViewLinks
        label="Agreement"
        items={[{ value: '', text: 'All that pupils are asked' }, ...assents].map((one) => ({
          href: paths.classes.to(queryOf({ assent: one.value })),
          text: one.text,
          active: one.value === assent,
        }))}
      />
      {classes.length === 0 && (
        <EmptyState title="No classes yet">Classes appear here after the first import.</EmptyState>
      )}
      <div class="kept-cards kept-gap-top">
        {classes.map((one) => (
          <Card
            id={`class-${one.id}`}
            size="m"
            title={
              <a class="kept-link" href={paths.class.to(one.id, queryOf({ assent }))}>
                {one.name}
              </a>
            }
            end={
              <>
                <b>
                  {one.signed} of {one.asked}
                </b>{' '}
                signed
              </>
            }
          >
            <Progress done={one.signed} of={one.asked} />
            <p class="kept-meta">{one.pupils === 1 ? '1 pupil' : `${one.pupils} pupils`}</p>
          </Card>
        ))}
      </div>
    </Page>
  )
}
