import { keptHref, signInHref } from '#areas/sign-in/index.ts'
import { say } from '#core/messages/say.ts'
import type { Ending, Problem } from '#platform/web/problem.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'

/** An error page in plain words. For a session that ended it holds what was typed, ready to be sent again. */
export function ProblemPage({ problem }: { readonly problem: Problem }) {
  if (problem.ending !== undefined) return <EndedPage ending={problem.ending} />
  return (
    <Page title={say('en', `problem.${problem.status}.title`)} audience="public">
      <p class="govuk-body-l">{problem.says ?? say('en', `problem.${problem.status}.says`)}</p>
      {problem.goOn && (
        <p class="govuk-body">
          <a class="kept-link" href={problem.goOn.href}>
            {problem.goOn.text}
          </a>
        </p>
      )}
      <p class="govuk-body">
        <Button href="/">{say('en', 'problem.home')}</Button>
      </p>
    </Page>
  )
}

function EndedPage({ ending }: { readonly ending: Ending }) {
  const { stale, kept, file } = ending
  return (
    <Page title={say('en', stale ? 'ended.stale.title' : 'ended.title')} audience="public">
      <p class="govuk-body-l">{say('en', stale ? 'ended.stale.says' : 'ended.says')}</p>
      {kept === null ? (
        <>
          <p class="govuk-body">{say('en', 'ended.nothing')}</p>
          <Button href={stale ? '/' : signInHref('/')}>{say('en', stale ? 'problem.home' : 'sign_in.title')}</Button>
        </>
      ) : (
        <>
          {!stale && <p class="govuk-body">{say('en', 'ended.kept')}</p>}
          {file && <InsetText>{say('en', 'ended.file')}</InsetText>}
          <Form action={keptHref()}>
            <input type="hidden" name="kept" value={kept} />
            <Button>{say('en', stale ? 'ended.stale.go' : 'ended.go')}</Button>
          </Form>
        </>
      )}
    </Page>
  )
}
