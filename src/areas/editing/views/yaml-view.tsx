import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { FileUpload } from '#ui/file-upload/file-upload.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { ScrollFrame } from '#ui/scroll-frame/scroll-frame.tsx'
import { Table } from '#ui/table/table.tsx'

export interface YamlViewProps {
  readonly draft: { readonly title: string; readonly href: string; readonly edit: string }
  readonly zip: string
  readonly files: readonly { readonly path: string; readonly href: string; readonly bytes: number }[]
  readonly action: string
  readonly faults: readonly {
    readonly file: string
    readonly line: number
    readonly column: number
    readonly says: string
  }[]
  readonly error: string | undefined
}

/** The draft as files for whoever wants them: to keep, to move to another installation, to edit elsewhere. */
export function YamlView(props: YamlViewProps) {
  return (
    <Page
      title="The policy as files"
      caption={props.draft.title}
      breadcrumbs={[
        { text: props.draft.title, href: props.draft.href },
        { text: 'Edit', href: props.draft.edit },
        { text: 'As files' },
      ]}
      errors={props.error === undefined ? undefined : { files: props.error }}
      lede="What you download and bring in again is the same policy, to the letter."
    >
      {props.faults.length > 0 && <FaultTable faults={props.faults} />}
      <Section id="out" title="Download">
        <Button href={props.zip}>Download everything as a zip</Button>
        <Details summary="Single files">
          <ul class="govuk-list">
            {props.files.map((file) => (
              <li>
                <a class="govuk-link" href={file.href}>
                  {file.path}
                </a>{' '}
                <span class="kept-meta">{Math.max(1, Math.round(file.bytes / 1000))} kB</span>
              </li>
            ))}
          </ul>
        </Details>
      </Section>
      <Section id="in" title="Bring in">
        <Form action={props.action} multipart>
          <FileUpload
            name="files"
            label="A zip, or the YAML files"
            labelSize="s"
            hint="They are read and checked first. If something is wrong, you see the file and the line, and nothing is changed. Else the draft becomes what the files say; how it was stays in the history."
            multiple
            accept=".zip,.yaml,.yml"
            error={props.error}
          />
          <Button preventDoubleClick>Bring them in</Button>
        </Form>
      </Section>
    </Page>
  )
}

const MOST = 100

function FaultTable({ faults }: Pick<YamlViewProps, 'faults'>) {
  return (
    <ScrollFrame label="What is wrong in the files, scrolls">
      <Table
        caption={faults.length > MOST ? `The first ${MOST} of ${faults.length} things that are wrong` : 'What is wrong'}
        captionClass="govuk-table__caption--m"
        head={[{ says: 'File' }, { says: 'Line' }, { says: 'What is wrong' }]}
        rows={faults
          .slice(0, MOST)
          .map((fault) => [{ says: fault.file }, { says: `${fault.line}:${fault.column}` }, { says: fault.says }])}
      />
    </ScrollFrame>
  )
}
