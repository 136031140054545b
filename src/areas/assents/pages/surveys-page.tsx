import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { sayFullDate } from '#core/calendar/say-date.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { readSurveys } from '../queries/read-surveys.ts'
import { SurveysView } from '../views/surveys-view.tsx'

/** What surveys without names came to, by school, once they are over. */
export async function surveysPage(app: Web): Promise<void> {
  app.get(
    paths.surveys.route,
    {
      schema: { querystring: z.object({}) },
      config: { audit: 'survey.results.viewed', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const found = await request.inTx(async (tx) => ({
        ...(await readSurveys(tx)),
        zone: (await readSettings(tx)).zone,
      }))
      const day = (at: Temporal.Instant) => sayFullDate(at.toZonedDateTimeISO(found.zone).toPlainDate())
      return reply.view(
        <SurveysView
          results={found.results.map((one) => ({ ...one, over: day(one.closesAt) }))}
          open={found.open.map((one) => ({ ...one, until: day(one.closesAt) }))}
          staff={request.person().audience === 'staff'}
        />,
      )
    },
  )
}
