import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { say } from './say.mjs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Whether there is a Chromium for the browser tests; installs Debian's when it is missing and may be installed. */
export function ensureChromium() {
  if (findChromium() !== null) return true
  const packages = ['chromium']
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (!existsSync('/usr/bin/apt-get') || (asRoot.length > 0 && !runs(['sudo', '-n', 'true']))) {
    say(
      'The browser tests need Chromium: install it (on Debian: sudo apt-get install chromium), then run npm test again.',
    )
    return false
  }
  say('Installing Chromium for the browser tests, only this once (a minute or two) …')
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y']
  const done = runs([...apt, 'update']) && runs([...apt, 'install', '--no-install-recommends', ...packages])
  if (done && findChromium() !== null) return true
  say('Chromium could not be installed with apt-get: install it yourself, then run npm test again.')
  return false
}

const findChromium = () => PLACES.find((place) => existsSync(place)) ?? null

function runs([program, ...args]) {
  // apt-get's own progress goes to standard error; it must not wait for an answer.
  return spawnSync(program, args, { stdio: ['ignore', 2, 2] }).status === 0
}
