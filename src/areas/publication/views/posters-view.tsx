import { Card } from '#ui/card/card.tsx'
import { Page } from '#ui/page/page.tsx'
import { TabLinks } from '#ui/tab-links/tab-links.tsx'
import { paths } from '../paths.ts'
import type { Reader } from '../readers.ts'
import { READER_WORDS, readerWithin } from '../words.ts'

export interface PostersViewProps {
  readonly readers: readonly Reader[]
  readonly version: number
  /** Where there are several: which one is chosen. */
  readonly schools: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[]
}

/** Every poster and letter, by reader. */
export function PostersView({ readers, version, schools }: PostersViewProps) {
  const chosen = schools.length > 1 ? (schools.find((school) => school.chosen)?.id ?? '') : ''
  return (
    <Page
      title="Posters, leaflets and letters"
      lede={`Made from version ${version} of the policy: what people agree to, whom to tell, who helps. The code leads to the page on which one tells the school.`}
      back={{ href: '/policy', text: 'Policy' }}
    >
      {schools.length > 1 && (
        <TabLinks
          label="For which school"
          items={schools.map((school) => ({
            href: paths.posters.to(school.id),
            text: school.name,
            active: school.chosen,
          }))}
        />
      )}
      <div class="kept-posters">
        {readers.map((reader) => (
          <Card id={`for-${reader}`} size="m" title={READER_WORDS[reader]}>
            <ul class="govuk-list">
              <Choice
                what="Poster, one sheet of A4"
                view={paths.poster.to(reader, chosen)}
                pdf={paths.posterPdf.to(reader, chosen)}
                who={readerWithin(reader)}
              />
              <Choice
                what="Letter: what you need to know"
                view={paths.letter.to(reader, chosen)}
                pdf={paths.letterPdf.to(reader, chosen)}
                who={readerWithin(reader)}
              />
              <Choice
                what="Leaflet, A4 folded to A5"
                pdf={paths.leafletPdf.to(reader, chosen)}
                who={readerWithin(reader)}
              />
            </ul>
          </Card>
        ))}
      </div>
    </Page>
  )
}

function Choice({
  what,
  view,
  pdf,
  who,
}: {
  readonly what: string
  /** Where it is looked at as a page; a leaflet is only printed. */
  readonly view?: string
  readonly pdf: string
  readonly who: string
}) {
  return (
    <li>
      {what}:{' '}
      {view !== undefined && (
        <>
          <a class="govuk-link" href={view}>
            look at it<span class="govuk-visually-hidden">, for {who}</span>
          </a>
          ,{' '}
        </>
      )}
      <a class="govuk-link" href={pdf}>
        PDF<span class="govuk-visually-hidden"> for {who}</span>
      </a>
    </li>
  )
}
