import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import { readPlace } from '#pack/edit/place.ts'
import { upper, Words } from '#pack/sentences/words.ts'
import type { Web } from '#platform/web/server.ts'
import { sayLanguage } from '../languages.ts'
import { paths } from '../paths.ts'
import { asKeeper, keepers, readEditing } from '../read-editing.ts'
import { readingOf } from '../reading-lines.ts'
import { PreviewView } from '../views/preview-view.tsx'

const params = z.object({ draft: z.uuid() })
const querystring = z.object({ at: z.string().max(200), language: z.string().max(20).optional() })

/** An agreement of a draft as those read it who are asked to sign. */
export function previewPage(app: Web): void {
  app.get(
    paths.preview.route,
    { schema: { params, querystring }, config: keepers('policy.edit.preview.viewed') },
    async (request, reply) => {
      const { draft, pack } = await asKeeper(request, (tx) => readEditing(tx, request.params.draft))
      const place = readPlace(request.query.at) ?? []
      const assent = place[0] === 'assents' ? pack.assents[place[1] ?? ''] : undefined
      if (assent === undefined) throw new NotFound('policy.draft.part.missing')
      const language = request.query.language ?? pack.pack.language
      const words = new Words(pack, language)
      return reply.view(
        <PreviewView
          title={words.whole(assent.says)}
          intro={assent.intro === undefined ? null : words.text(assent.intro)}
          items={assent.items.map((item) => ({
            says: words.text(item.says),
            hint: item.hint === undefined ? null : words.text(item.hint),
            answer: item.answer,
          }))}
          fields={assent.fields.map((field) => words.text(field.asks))}
          reading={readingOf(pack, assent, language)}
          back={paths.part.to(draft.id, place)}
          languages={[pack.pack.language, ...pack.pack.languages].map((one) => ({
            says: upper(sayLanguage(one)),
            href: paths.preview.to(draft.id, place, { language: one }),
            now: one === language,
          }))}
        />,
      )
    },
  )
}
