import type { FastifyRequest } from 'fastify'
import { say } from '#core/messages/say.ts'
import type { Problem } from '#platform/web/problem.ts'
import { Button } from '#ui/button/button.tsx'
import { Page } from '#ui/page/page.tsx'

/** An error page in plain words. For a session that ended it holds what was typed, ready to be sent again. */
export function ProblemPage({ problem, request }: { readonly problem: Problem; readonly request: FastifyRequest }) {
  const language = 'en'
  return (
    <Page title={say(language, `problem.${problem.status}.title`)} audience="public">
      <p class="govuk-body">{problem.says ?? say(language, `problem.${problem.status}.says`)}</p>
      {problem.status === 401 && request.method === 'GET' ? null : (
        <p class="govuk-body">
          <Button href="/">{say(language, 'problem.home')}</Button>
        </p>
      )}
    </Page>
  )
}
