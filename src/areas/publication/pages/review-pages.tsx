import type { z } from 'zod'
import type { CsvColumn } from '#core/csv/csv.ts'
import { csvText } from '#core/csv/csv.ts'
import type { Tx } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'
import type { Parts } from '#platform/parts.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { periodOf, periodQuery, periodText } from '../review/period.ts'
import { readReview } from '../review/read-review.ts'
import { reviewDocument } from '../review/review-document.ts'
import type { ReviewRow } from '../review/review-rows.ts'
import { reviewRows } from '../review/review-rows.ts'
import { ReviewView } from '../views/review-view.tsx'
import { sendPdf } from './send-pdf.ts'

const schema = { querystring: periodQuery }
const config = (audit: string) => ({ audit, access: ['staff', 'governor'] as const, limit: 120 })

/** What a period brought: on a page, as a file and on paper; for governors and those who keep the policy. */
export async function reviewPages(app: Web, parts: Parts): Promise<void> {
  app.get(paths.review.route, { schema, config: config('policy.review.viewed') }, async (request, reply) => {
    const review = await request.inTx((tx) => read(tx, request.query, null))
    return reply.view(<ReviewView review={review} period={periodText(review)} />)
  })
  app.get(paths.reviewCsv.route, { schema, config: config('policy.review.exported') }, async (request, reply) => {
    const review = await request.inTx((tx) => read(tx, request.query, 'csv'))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="review-${review.from}-${review.to}.csv"`)
      .header('cache-control', 'private, no-store')
      .send(csvText(COLUMNS, reviewRows(review)))
  })
  app.get(paths.reviewPdf.route, { schema, config: config('policy.review.printed') }, async (request, reply) => {
    const review = await request.inTx((tx) => read(tx, request.query, 'pdf'))
    const pdf = await renderPdf(reviewDocument(review, parts.clock.now()), { standard: 'ua-1' })
    return sendPdf(reply, pdf, `review-${review.from}-${review.to}`)
  })
}

async function read(tx: Tx, query: z.infer<typeof periodQuery>, way: 'csv' | 'pdf' | null) {
  const review = await readReview(tx, (today) => periodOf(query, today))
  // What leaves the software is noted.
  if (way !== null)
    recordLook(tx, { code: 'policy_review.taken', details: { way, from: String(review.from), to: String(review.to) } })
  return review
}

const COLUMNS: readonly CsvColumn<ReviewRow>[] = [
  { title: 'Part', value: (row) => row.part },
  { title: 'What', value: (row) => row.what },
  { title: 'Column', value: (row) => row.column },
  { title: 'Value', value: (row) => row.value },
]
