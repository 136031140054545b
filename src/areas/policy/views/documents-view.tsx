import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Details } from '#ui/details/details.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { paths } from '../paths.ts'

/** A document that belongs to the policy, with what is attached: the newest first. */
export interface DocumentLine {
  readonly id: string
  readonly title: string
  readonly says: string | null
  readonly required: boolean
  /** Anybody may read it. */
  readonly open: boolean
  readonly mayAttach: boolean
  readonly clauses: readonly string[]
  readonly files: readonly AttachedFile[]
}

export interface AttachedFile {
  readonly href: string
  readonly name: string
  readonly bytes: number
  readonly on: string
}

/** The documents that belong to the policy, each with its file. */
export function DocumentsView({ lines }: { readonly lines: readonly DocumentLine[] }) {
  return (
    <Page
      title="Documents that belong to the policy"
      back={{ href: paths.text.to(), text: 'The policy' }}
      lede="Policies and guides that this policy relies on, as the school has them."
    >
      {lines.length === 0 ? (
        <EmptyState title="The policy names no documents">
          When it names one that the school has to attach, it is listed here.
        </EmptyState>
      ) : (
        lines.map((line) => <OneDocument line={line} />)
      )}
    </Page>
  )
}

function OneDocument({ line }: { readonly line: DocumentLine }) {
  const [current, ...older] = line.files
  return (
    <Section id={line.id} title={line.title} size="m">
      {current === undefined ? (
        <p class="govuk-body">
          {line.required ? <StatePill state="none">Not attached yet</StatePill> : 'Nothing is attached.'}
        </p>
      ) : (
        <p class="govuk-body">
          <FileLink file={current} /> <span class="kept-meta">{`attached on ${current.on}`}</span>
        </p>
      )}
      {line.says !== null && <p class="govuk-body">{line.says}</p>}
      {line.open && <p class="kept-meta">Where the policy is open to everybody, this is open too.</p>}
      {line.mayAttach && (
        <p class="govuk-body">
          <a class="kept-link" href={paths.attach.to(line.id)}>
            {current === undefined ? 'Attach it' : 'Replace it with a newer one'}
            <span class="govuk-visually-hidden">{`: ${line.title}`}</span>
          </a>
        </p>
      )}
      <Older files={older} title={line.title} />
      {line.clauses.length > 0 && (
        <p class="kept-meta">
          {'From the policy: '}
          {line.clauses.map((clause) => (
            <>
              <ClauseChip clause={clause} href={paths.clauseText.to(clause)} />{' '}
            </>
          ))}
        </p>
      )}
    </Section>
  )
}

const Older = ({ files, title }: { readonly files: readonly AttachedFile[]; readonly title: string }) =>
  files.length === 0 ? null : (
    <Details summary={`Earlier ones of “${title}”`}>
      <ul class="govuk-list">
        {files.map((file) => (
          <li>
            <FileLink file={file} /> <span class="kept-meta">{`attached on ${file.on}`}</span>
          </li>
        ))}
      </ul>
    </Details>
  )

const FileLink = ({ file }: { readonly file: AttachedFile }) => (
  <a class="govuk-link" href={file.href}>
    {`${file.name} (${saySize(file.bytes)})`}
  </a>
)

const KB = 1024

const saySize = (bytes: number): string =>
  bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`
