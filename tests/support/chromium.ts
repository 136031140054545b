import { existsSync } from 'node:fs'

const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** The Chromium that `npm test` found (`KEPT_CHROMIUM`), or where Debian puts it. */
export const executablePath =
  process.env.KEPT_CHROMIUM ?? PLACES.find((place) => existsSync(place)) ?? '/usr/bin/chromium'
