import { sayFullDate } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { PasswordInput } from '#ui/password-input/password-input.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { paths } from '../paths.ts'

interface ChoosesPassword {
  readonly asksCurrent: boolean
  /** What the new one needs. */
  readonly hint: string
}

export interface YouProps {
  readonly me: {
    readonly name: string
    readonly organisation: string
    readonly kinds: readonly string[]
    readonly posts: readonly {
      readonly name: string
      readonly school: string | null
      readonly fromOn: Temporal.PlainDate
    }[]
  }
  readonly login: string | null
  /** Whether a password may be chosen here, and whether the one until now is asked for. */
  readonly password: ChoosesPassword | null
  readonly places: readonly {
    readonly organisationId: string
    readonly personId: string
    readonly name: string
    readonly organisation: string
  }[]
  readonly errors: Readonly<Record<string, string>>
}

const KINDS: Readonly<Record<string, string>> = {
  staff: 'Staff',
  governor: 'Governor',
  parent: 'Parent or carer',
  pupil: 'Pupil',
  visitor: 'Visitor',
  volunteer: 'Volunteer',
}

/** Who somebody is here, and their ways in and out. */
export function YouView({ me, login, password, places, errors }: YouProps) {
  return (
    <Page title={me.name} caption="You" errors={errors}>
      <div class="kept-stack">
        <SummaryList
          rows={[
            { key: 'Organisation', value: me.organisation },
            {
              key: 'You are',
              value: me.kinds.map((kind) => KINDS[kind] ?? kind).join(', ') || 'Nobody here at present',
            },
            { key: 'Posts under the policy', value: <Posts posts={me.posts} /> },
            me.posts.length > 0 &&
              me.kinds.includes('staff') && {
                key: 'When you are away',
                value: (
                  <a class="kept-link" href="/people/me">
                    Say when, so that somebody stands in
                  </a>
                ),
              },
            login !== null && { key: 'You sign in with', value: login },
          ]}
        />
        {places.length > 0 && <Places places={places} />}
        {password !== null && <NewPassword {...password} errors={errors} />}
        <SignOut />
      </div>
    </Page>
  )
}

function Posts({ posts }: { readonly posts: YouProps['me']['posts'] }) {
  if (posts.length === 0) return 'None'
  return (
    <ul class="govuk-list">
      {posts.map((post) => (
        <li>
          {post.name}
          {post.school === null ? '' : `, ${post.school}`}{' '}
          <span class="kept-meta">since {sayFullDate(post.fromOn)}</span>
        </li>
      ))}
    </ul>
  )
}

function Places({ places }: { readonly places: YouProps['places'] }) {
  return (
    <Card title="Go on as somebody else">
      <p class="govuk-body">Your sign-in is also known as:</p>
      <Form action={paths.yourPlace.to()}>
        <ul class="kept-who">
          {places.map((place) => (
            <li>
              <button
                class="kept-who__one"
                type="submit"
                name="place"
                value={`${place.organisationId} ${place.personId}`}
              >
                <b>{place.name}</b> <span>{place.organisation}</span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </Card>
  )
}

function NewPassword({ asksCurrent, hint, errors }: ChoosesPassword & { readonly errors: YouProps['errors'] }) {
  return (
    <Card title="Choose a new password">
      <Form action={paths.yourPassword.to()}>
        {asksCurrent && (
          <PasswordInput name="currentPassword" label="Your password until now" error={errors.currentPassword} />
        )}
        <PasswordInput
          name="newPassword"
          label="New password"
          hint={hint}
          autocomplete="new-password"
          error={errors.newPassword}
        />
        <Button variant="secondary">Change password</Button>
        <p class="govuk-hint">Everywhere else you are signed out then.</p>
      </Form>
    </Card>
  )
}

function SignOut() {
  return (
    <Card title="Sign out">
      <div class="govuk-button-group kept-ways-out">
        <Form action={paths.signOut.to()}>
          <Button>Sign out here</Button>
        </Form>
        <Form action={paths.signOutEverywhere.to()}>
          <Button variant="secondary">Sign out everywhere</Button>
        </Form>
      </div>
    </Card>
  )
}
