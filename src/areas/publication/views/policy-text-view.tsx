import { Button } from '#ui/button/button.tsx'
import { PrintButton } from '#ui/button/print-button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { ScrollFrame } from '#ui/scroll-frame/scroll-frame.tsx'
import { Table } from '#ui/table/table.tsx'
import { elsewhere } from '../paths.ts'
import type { TextSection } from '../policy-text.ts'
import type { PrintedTable } from '../printed-tables.ts'
import type { Reader } from '../readers.ts'
import type { Place, VersionLine } from '../types.ts'
import { READER_WORDS, readerWithin } from '../words.ts'
import type { AttachedLink } from './attached.tsx'
import { Attached } from './attached.tsx'
import { Contents } from './contents.tsx'
import { pdfPath } from './pdf-path.ts'
import { VersionNotice } from './version-notice.tsx'

export interface PolicyTextProps {
  readonly place: Place
  readonly policy: {
    readonly title: string
    readonly number: number
    readonly inForce: string
    readonly approved: string | null
    readonly reviewDue: string | null
  }
  readonly opening: readonly string[]
  readonly sections: readonly TextSection[]
  readonly tables: readonly PrintedTable[]
  readonly attached: readonly AttachedLink[]
  readonly readers: readonly Reader[]
  /** The summary that is the reader's own, when we know who reads. */
  readonly own: Reader | null
  /** The version that is in force, when this is another. */
  readonly inForce: VersionLine | null
  /** Where this version stands under the place; empty for the one in force. */
  readonly here: string
  readonly query: { readonly words: string; readonly for: Reader | null }
  /** Buttons for those who look after the policy. */
  readonly keepers: readonly { readonly href: string; readonly text: string }[]
}

/** The policy as published: for everybody when the school wishes it, and for whoever is signed in. */
export function PolicyTextView(props: PolicyTextProps) {
  const { place, policy, query } = props
  const whole = query.words === '' && query.for === null
  return (
    <Page
      title={policy.title}
      caption={place.open ? place.school : `Version ${policy.number}, in force since ${policy.inForce}`}
      lede={ledeOf(props)}
      audience={place.open ? 'public' : 'staff'}
      reading={place.open}
      wide={place.open}
      actions={<Actions {...props} />}
    >
      {props.inForce !== null && <VersionNotice place={place} number={policy.number} inForce={props.inForce} />}
      {whole && props.inForce === null && <ForWhom {...props} />}
      <div class="kept-policy">
        <Contents
          sections={props.sections}
          tables={whole ? props.tables : []}
          versionsHref={`${place.base}/versions`}
        />
        <div>
          <Search {...props} />
          {whole && props.opening.map((paragraph) => <p class="govuk-body">{paragraph}</p>)}
          {props.sections.length === 0 && (
            <p class="govuk-body">No clause has these words. Try fewer or other words.</p>
          )}
          {props.sections.map((section) => (
            <Part section={section} place={place} far={whole ? '' : `${place.base}${props.here}`} />
          ))}
          {whole && props.tables.map((table) => <PolicyTable table={table} />)}
          {whole && <Attached documents={props.attached} />}
        </div>
      </div>
    </Page>
  )
}

function ledeOf({ place, policy }: PolicyTextProps): string {
  const lines = [
    ...(place.open ? [`Version ${policy.number}, in force since ${policy.inForce}.`] : []),
    ...(policy.approved === null ? [] : [policy.approved]),
    ...(policy.reviewDue === null ? [] : [`It is looked at again by ${policy.reviewDue}.`]),
  ]
  return lines.join(' ')
}

function Actions({ place, keepers, here }: PolicyTextProps) {
  return (
    <>
      {keepers.map((link) => (
        <Button href={link.href} variant="secondary" small>
          {link.text}
        </Button>
      ))}
      {place.pdf && (
        <Button href={pdfPath(place.base, here)} variant="secondary" small>
          Get as PDF
        </Button>
      )}
      <PrintButton>Print</PrintButton>
    </>
  )
}

function ForWhom({ place, readers, own }: PolicyTextProps) {
  const first = readers.toSorted((a, b) => Number(b === own) - Number(a === own))
  return (
    <nav class="kept-forwhom kept-noprint" aria-labelledby="for-whom">
      <h2 class="govuk-heading-m" id="for-whom">
        {own === null ? 'In short: what you agree to, and what to do if something happens' : 'In short'}
      </h2>
      <ul class="govuk-list">
        {first.map((reader) => (
          <li>
            <a class="govuk-link" href={`${place.base}/for/${reader}`}>
              {reader === own ? `For you: ${readerWithin(reader)}` : READER_WORDS[reader]}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href={place.tellHref}>
            Tell the school about something
          </a>
        </li>
      </ul>
    </nav>
  )
}

function Search({ place, query, readers, here }: PolicyTextProps) {
  const chosen = query.for
  return (
    <>
      <form method="get" action={`${place.base}${here}`} class="kept-search kept-noprint">
        <label class="govuk-label" for="words">
          Search the policy
        </label>
        <input class="govuk-input govuk-input--width-20" id="words" name="words" type="search" value={query.words} />{' '}
        {chosen !== null && <input type="hidden" name="for" value={chosen} />}
        <Button small>Search</Button>
      </form>
      {(query.words !== '' || chosen !== null) && (
        <InsetText>
          {chosen !== null && readers.includes(chosen) ? `Only the clauses that bind ${readerWithin(chosen)}. ` : ''}
          {query.words === '' ? '' : `Only the clauses with “${query.words}”. `}
          <a class="govuk-link" href={`${place.base}${here}`}>
            Show all of it
          </a>
        </InsetText>
      )}
    </>
  )
}

function Part({ section, place, far }: { readonly section: TextSection; readonly place: Place; readonly far: string }) {
  const Heading = section.under ? 'h3' : 'h2'
  return (
    <section aria-labelledby={`s-${section.id}`} class="kept-policy__part">
      <Heading class={section.under ? 'govuk-heading-s' : 'govuk-heading-m'} id={`s-${section.id}`}>
        {section.title}
      </Heading>
      {section.intro !== null && <p class="govuk-body">{section.intro}</p>}
      {section.clauses.map((clause) => (
        <p class="govuk-body kept-policy__clause" id={clause.id}>
          <ClauseChip clause={clause.id} href={place.standings ? elsewhere.clause(clause.id) : `${far}#${clause.id}`} />{' '}
          {clause.says}
          {place.standings && (
            <>
              {' '}
              <a
                class="govuk-link kept-policy__link kept-noprint"
                href={`${far}#${clause.id}`}
                aria-label={`Link to clause ${clause.id}`}
              >
                #
              </a>
            </>
          )}
        </p>
      ))}
    </section>
  )
}

function PolicyTable({ table }: { readonly table: PrintedTable }) {
  const title = table.note === null ? table.title : `${table.title}: ${table.note}`
  return (
    <section aria-labelledby={`t-${table.id}`} class="kept-policy__part">
      <h2 class="govuk-heading-m" id={`t-${table.id}`}>
        {title}
      </h2>
      <ScrollFrame label={`${title}, scrolls sideways on a small screen`}>
        <Table
          head={table.head.map((says) => ({ says }))}
          rows={table.rows.map((row) => row.map((says) => ({ says })))}
          firstCellIsHeader
        />
      </ScrollFrame>
    </section>
  )
}
