import type { Area } from '#platform/parts.ts'
import { homePage } from './pages/home-page.ts'
import { sampleSignInPage } from './pages/sample-sign-in-page.tsx'
import { signOutPage } from './pages/sign-out-page.ts'

/** Signing in and out, and the first page of each. */
export const signInArea: Area = {
  name: 'sign-in',
  async routes(app, parts) {
    await homePage(app)
    if (parts.sample) await sampleSignInPage(app, parts)
    await signOutPage(app, parts)
  },
}
