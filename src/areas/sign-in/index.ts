import { circleOfOffice } from '#areas/policy/index.ts'
import type { Area } from '#platform/parts.ts'
import { nameUsers } from './jobs/name-users.ts'
import { ownPath } from './own-path.ts'
import { cardPage } from './pages/card-page.tsx'
import { cardsPage } from './pages/cards-page.tsx'
import { doorsPage } from './pages/doors-page.tsx'
import { homePage } from './pages/home-page.ts'
import { keptPage } from './pages/kept-page.tsx'
import { letterPage } from './pages/letter-page.tsx'
import { lettersPage } from './pages/letters-page.tsx'
import { linkPage } from './pages/link-page.tsx'
import { mailPage } from './pages/mail-page.tsx'
import { passwordPage } from './pages/password-page.tsx'
import { sampleSignInPage } from './pages/sample-sign-in-page.tsx'
import { signOutPage } from './pages/sign-out-page.ts'
import { youPage } from './pages/you-page.tsx'
import { paths } from './paths.ts'

export { letIn } from './let-in.ts'
export { faultsOfNewPassword, passwordRules, sayPasswordRules } from './password-rules.ts'
export { organisations } from './queries/the-organisation.ts'

/** Where to sign in, to go on to a path afterwards. */
export const signInHref = (next: string): string => paths.signIn.to(ownPath(next))

/** Where letters are printed for those whom no mail reaches. */
export const lettersHref = paths.letters.to

/** Where what was typed without a session is shown again. */
export const keptHref = paths.kept.to

/** Signing in and out, the page about oneself, and the first page of each. */
export const signInArea: Area = {
  name: 'sign-in',
  menu: [
    {
      href: paths.cards.to(),
      label: 'Cards',
      for: ['staff'],
      needs: (offices) => offices.has(circleOfOffice('people')),
      order: 90,
      seldom: true,
    },
  ],
  tasks: (parts) => ({ name_users: nameUsers(parts) }),
  async routes(app, parts) {
    await homePage(app)
    if (parts.sample) await sampleSignInPage(app, parts)
    await doorsPage(app, parts)
    await cardPage(app, parts)
    await mailPage(app, parts)
    await linkPage(app, parts)
    await letterPage(app, parts)
    await passwordPage(app, parts)
    await keptPage(app, parts)
    await youPage(app, parts)
    await cardsPage(app, parts)
    await lettersPage(app, parts)
    await signOutPage(app, parts)
  },
}
