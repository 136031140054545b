import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Parts } from '#platform/parts.ts'
import { openMarks } from '#platform/web/csrf.ts'
import { openDrafts } from '#platform/web/drafts.ts'
import type { Web } from '#platform/web/server.ts'
import type { Carry } from '../carry.ts'
import { CARRY_LIMIT, carried, readCarry } from '../carry.ts'
import { emptyCard, emptyMail, emptyPassword } from '../forms.ts'
import { ownPath } from '../own-path.ts'
import { paths } from '../paths.ts'
import { CardView } from '../views/card-view.tsx'
import { DOORS } from '../views/doors-view.tsx'
import { KeptGoneView, KeptView } from '../views/kept-view.tsx'
import { MailView } from '../views/mail-view.tsx'
import { PasswordView } from '../views/password-view.tsx'
import { showSignIn } from './show-sign-in.tsx'

const body = z.object({ ...carried, door: z.enum([...DOORS, '']).catch('') })
type DoorAsked = z.infer<typeof body>['door']

/**
 * Shows what was typed to the one person who typed it, once they are signed in; until then, the way to sign in.
 * It changes nothing, and its form is older than the session: so it asks for no token.
 */
export async function keptPage(app: Web, parts: Parts): Promise<void> {
  const drafts = openDrafts(parts.keys.derive('drafts'), parts.clock)
  const marks = openMarks(parts.keys.derive('csrf'))
  app.post(
    paths.kept.route,
    {
      schema: { body },
      bodyLimit: CARRY_LIMIT,
      config: { audit: 'sign_in.kept.viewed', access: 'visitor', shows: true },
    },
    async (request, reply) => {
      const carry = readCarry(request.body)
      if (request.session === null) return showDoor(parts, reply, carry, request.body.door)
      const draft = drafts.open(carry.kept ?? '', marks.of(request.person()))
      if (draft === null || ownPath(draft.address) === null) return reply.code(409).view(<KeptGoneView />)
      return reply.view(<KeptView draft={draft} uploadToken={request.uploadToken()} />)
    },
  )
}

function showDoor(parts: Parts, reply: FastifyReply, carry: Carry, door: DoorAsked): Promise<FastifyReply> {
  switch (door) {
    case 'card':
      return reply.view(<CardView form={emptyCard} carry={carry} />)
    case 'mail':
      return reply.view(<MailView form={emptyMail} carry={carry} />)
    case 'password':
      return reply.view(<PasswordView form={emptyPassword} carry={carry} />)
    case '':
      return showSignIn(parts, reply, carry)
  }
}
