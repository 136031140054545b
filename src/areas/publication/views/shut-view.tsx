import { Button } from '#ui/button/button.tsx'
import { Page } from '#ui/page/page.tsx'

/** There is nothing to read here, in plain words. */
export function ShutView({ tellHref }: { readonly tellHref: string }) {
  return (
    <Page title="The policy is not published here" audience="public">
      <p class="govuk-body-l">
        The school has not opened this page. Ask the school office for the policy. If you belong to the school, sign in
        and read it there.
      </p>
      <p class="govuk-body">
        <Button href="/policy">Sign in and read the policy</Button>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={tellHref}>
          Tell the school about something
        </a>
      </p>
    </Page>
  )
}
