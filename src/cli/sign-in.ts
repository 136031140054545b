import type { Config } from '#config/config.ts'
import type { Clock } from '#core/clock.ts'
import { Halt } from '#core/errors.ts'
import { openIdentity } from '#platform/identity/identity.ts'
import type { Keys } from '#platform/keys/keys.ts'
import type { Command } from './command.ts'
import { print, printJson, WrongUsage } from './command.ts'
import { withGround } from './with-ground.ts'

/** `kept sign-in link <mail address>`: the way back in for whoever forgot their password where no mail leaves. */
export const linkCommand: Command = {
  name: 'sign-in link',
  usage: 'sign-in link <mail address> [--json]',
  says: 'makes a link that signs somebody in once, for 15 minutes',
  options: {},
  async run({ words: [address], flags }, config) {
    if (address === undefined) throw new WrongUsage('Say for whom: the mail address that they sign in with.')
    return withGround(config(), async (ground) => {
      const link = await makeLink(ground, address)
      if (flags.has('json')) printJson({ link })
      else
        print(
          `${link}\nIt signs in once, for 15 minutes. Hand it to nobody but its owner; the ledger says that it was made.`,
        )
      return 0
    })
  },
}

interface LinkGround {
  readonly webUrl: string
  readonly keys: Pick<Keys, 'derive'>
  readonly clock: Clock
  readonly config: { readonly web: Pick<Config['web'], 'baseUrl' | 'secureCookies'> }
}

/**
 * Makes the link that a mail would carry. Whoever runs this has the machine, and with it everything: the link gives nothing more.
 * @throws Halt for an address that nobody signs in with, and after five links in a quarter of an hour.
 */
export async function makeLink({ webUrl, keys, clock, config }: LinkGround, address: string): Promise<string> {
  const links: string[] = []
  const identity = openIdentity({
    webUrl,
    secret: keys.derive('identity', 1),
    baseUrl: config.web.baseUrl,
    secureCookies: config.web.secureCookies,
    clock,
    sendMagicLink: async (_to, link) => void links.push(link),
  })
  try {
    const answer = await identity.startMagicLink(address)
    if (answer.kind === 'too-many')
      throw new Halt('Five links were made for this address already: wait a quarter of an hour.')
    const [link] = links
    if (link === undefined) throw new Halt('Nobody signs in with this address.')
    return link
  } finally {
    await identity.close()
  }
}
