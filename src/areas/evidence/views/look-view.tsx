import { Page } from '#ui/page/page.tsx'
import type { Item, RecordHead } from '../model/item.ts'
import { paths } from '../paths.ts'

export interface LookViewProps {
  readonly record: RecordHead
  readonly item: Item
  readonly mark: string
  readonly page: number
  readonly pages: number
  /** A picture of our own as base64, or the words of a text. */
  readonly copy: { readonly jpeg: string } | { readonly words: string }
}

/** A copy of a file to look at, with the name of whoever looks across it. The original is not touched, and not sent. */
export function LookView({ record, item, mark, page, pages, copy }: LookViewProps) {
  return (
    <Page
      title={item.title}
      caption={`${record.reference}, item ${item.number}`}
      back={{ href: paths.item.to(item.id), text: 'Back to the item' }}
      lede={`A copy, made for this look. ${mark}`}
    >
      {'jpeg' in copy ? (
        <figure class="kept-look">
          <img
            class="kept-look__copy"
            src={`data:image/jpeg;base64,${copy.jpeg}`}
            alt={`Copy of item ${item.number}, page ${page} of ${pages}: ${item.shows === '' ? item.title : item.shows}`}
          />
          <figcaption class="kept-meta">{mark}</figcaption>
        </figure>
      ) : (
        <figure class="kept-look">
          <figcaption class="kept-meta">{mark}</figcaption>
          <pre class="kept-look__words">{copy.words}</pre>
          <figcaption class="kept-meta">{mark}</figcaption>
        </figure>
      )}
      {pages > 1 && (
        <nav aria-label="Pages of this file" class="kept-noprint">
          {page > 1 && (
            <a class="govuk-link" href={paths.look.to(item.id, page - 1)}>
              Page {page - 1}
            </a>
          )}{' '}
          <strong>
            Page {page} of {pages}
          </strong>{' '}
          {page < pages && (
            <a class="govuk-link" href={paths.look.to(item.id, page + 1)}>
              Page {page + 1}
            </a>
          )}
        </nav>
      )}
    </Page>
  )
}
