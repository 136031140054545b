import { say } from '#core/messages/say.ts'
import { Form } from '#ui/form/form.tsx'
import type { IconName } from '#ui/icon/icon.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Carry } from '../carry.ts'
import { paths } from '../paths.ts'
import { Carried, KeptNote } from './carried.tsx'

export const DOORS = ['card', 'mail', 'password'] as const
export type Door = (typeof DOORS)[number]

const ICONS: Readonly<Record<Door, IconName>> = { card: 'hand', mail: 'chat', password: 'lock' }

export interface DoorsProps {
  readonly organisation: string | null
  readonly carry: Carry
  readonly reportHref: string | null
}

/** The first page of a school's own installation: three doors. */
export function DoorsView({ organisation, carry, reportHref }: DoorsProps) {
  return (
    <Page title={say('en', 'sign_in.title')} caption={organisation} lede={say('en', 'sign_in.lede')} audience="public">
      <KeptNote carry={carry} />
      {carry.kept === null ? (
        <ul class="kept-doors">
          {DOORS.map((door) => (
            <li>
              <a class="kept-door" href={paths[door].to(carry.next)}>
                <DoorWords door={door} />
              </a>
            </li>
          ))}
        </ul>
      ) : (
        // What was typed goes along in the form: a link could not carry it.
        <Form action={paths.kept.to()}>
          <Carried carry={carry} />
          <ul class="kept-doors">
            {DOORS.map((door) => (
              <li>
                <button class="kept-door" type="submit" name="door" value={door}>
                  <DoorWords door={door} />
                </button>
              </li>
            ))}
          </ul>
        </Form>
      )}
      {reportHref !== null && (
        <p class="govuk-body">
          {say('en', 'sign_in.tell')}{' '}
          <a class="govuk-link" href={reportHref}>
            {say('en', 'sign_in.tell.link')}
          </a>
        </p>
      )}
    </Page>
  )
}

function DoorWords({ door }: { readonly door: Door }) {
  return (
    <>
      <Icon name={ICONS[door]} />
      <span>
        <b>{say('en', `sign_in.door.${door}`)}</b>
        <span class="kept-door__says">{say('en', `sign_in.door.${door}.says`)}</span>
      </span>
      <Icon name="arrow" class="kept-door__go" />
    </>
  )
}
