import { Button } from '#ui/button/button.tsx'
import { Page } from '#ui/page/page.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Progress } from '#ui/progress/progress.tsx'
import { paths } from '../paths.ts'

export interface ImportProgressViewProps {
  readonly name: string
  /** What is being done now. */
  readonly says: string
  readonly progress: { readonly done: number; readonly of: number } | null
}

/** A large import on its way; the page comes again by itself. */
export function ImportProgressView({ name, says, progress }: ImportProgressViewProps) {
  return (
    <Page title="Importing" caption={name} lede={says}>
      {progress && progress.of > 1 && <Progress done={progress.done} of={progress.of} />}
      <p class="govuk-body">This page shows the progress by itself. You can leave it: the import goes on.</p>
    </Page>
  )
}

/** A large import that is done. */
export function ImportDoneView({ name, says }: Pick<ImportProgressViewProps, 'name' | 'says'>) {
  return (
    <Page title="The import is done" caption={name} heading={false}>
      <Panel title="The import is done">{says}</Panel>
      <Button href={paths.imports.to()}>Import another file</Button>
    </Page>
  )
}
