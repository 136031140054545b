import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import type { Audience } from '#core/actor.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import type { Web } from '#platform/web/server.ts'
import { dayOf, letterDocument } from '../letter-document.ts'
import { paths } from '../paths.ts'
import { lettersTo, readLetter } from '../queries/read-letter.ts'
import { LettersView, LetterView } from '../views/letter-view.tsx'

const params = z.object({ id: z.uuid() })
const KEEPERS: readonly Audience[] = ['staff', 'governor']

/** The letters that were written: for those who got them, and for those who see the case they belong to. */
export function letterPages(app: Web): void {
  app.get(
    paths.letter.list.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'letters.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const { letters, zone } = await request.inTx(async (tx) => ({
        letters: await lettersTo(tx, request.person().personId),
        zone: (await readSettings(tx)).zone,
      }))
      return reply.view(
        <LettersView
          letters={letters.map((one) => ({
            id: one.id,
            title: one.title,
            says: `${one.school}, ${dayOf({ writtenAt: one.writtenAt, zone })}`,
          }))}
        />,
      )
    },
  )

  app.get(
    paths.letter.show.route,
    { schema: { params }, config: { audit: 'letter.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const { id } = request.params
      const letter = await request.inTx((tx) => readLetter(tx, id))
      const keeper = KEEPERS.includes(request.person().audience)
      const back = keeper
        ? { href: paths.record.to(id), text: letter.reference }
        : { href: paths.letter.list.to(), text: 'Letters to you' }
      return reply.view(<LetterView {...letter} day={dayOf(letter)} back={back} />)
    },
  )

  app.get(
    paths.letter.pdf.route,
    { schema: { params }, config: { audit: 'letter.printed', access: 'signed_in', limit: 60 } },
    async (request, reply) => {
      const letter = await request.inTx((tx) => readLetter(tx, request.params.id))
      const pdf = await renderPdf(letterDocument(letter), { standard: 'ua-1' })
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${letter.reference}.pdf"`)
        .header('cache-control', 'private, no-store')
        .send(pdf)
    },
  )
}
