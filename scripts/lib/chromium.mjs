import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './say.mjs'

// The same browser without a window of its own does the same work with a third less.
const LIGHT = '/usr/bin/chromium-headless-shell'
const PLACES = [LIGHT, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The Chromium for the browser tests, or null: Debian's own without windows, installed when it is missing and may be installed,
 * or else whatever is there. `KEPT_CHROMIUM` names another.
 */
export function ensureChromium() {
  const named = process.env.KEPT_CHROMIUM
  if (named !== undefined) return named
  if (existsSync(LIGHT)) return LIGHT
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const mayInstall = existsSync('/usr/bin/apt-get') && (asRoot.length === 0 || runs(['sudo', '-n', 'true']))
  if (mayInstall) install(asRoot)
  const found = findChromium()
  if (found === null)
    say(
      mayInstall
        ? 'Chromium could not be installed with apt-get: install it yourself, then run npm test again.'
        : 'The browser tests need Chromium: install it (on Debian: sudo apt-get install chromium), then run npm test again.',
    )
  return found
}

function install(asRoot) {
  say('Installing Chromium for the browser tests, only this once (a minute or two) …')
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y']
  if (!runs([...apt, 'update'])) return
  // Older releases have only the whole browser.
  const packages = findChromium() === null ? ['chromium-headless-shell', 'chromium'] : ['chromium-headless-shell']
  packages.some((name) => runs([...apt, 'install', '--no-install-recommends', name]))
}

const findChromium = () => PLACES.find((place) => existsSync(place)) ?? null

function runs([program, ...args]) {
  // apt-get's own progress goes to standard error; it must not wait for an answer.
  return spawnSync(program, args, { stdio: ['ignore', 2, 2] }).status === 0
}
