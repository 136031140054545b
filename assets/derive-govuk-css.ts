/**
 * Derives `vendor/govuk-frontend.css` from the compiled stylesheet of govuk-frontend: the same rules, less those that name
 * GDS Transport or a picture file, and less the components that Kept does not draw. Run it after an upgrade:
 * `node assets/derive-govuk-css.ts`. A test compares the result with the installed package.
 */
import { readFileSync, writeFileSync } from 'node:fs'

// These class names never occur in our pages.
const unused =
  /\.govuk-(?:header|footer|cookie-banner|accordion|feedback|language-navigation|generic-header|rebrand|crest|logo)(?![a-z])/

/** The stylesheet without fonts, pictures and unused components. */
export function derive(css: string): string {
  return rulesOf(css.replaceAll(/\/\*.*?\*\//gs, ''))
    .map(keep)
    .join('')
}

function keep(rule: string): string {
  // A hack for a browser that is gone; bundlers warn of it.
  if (rule.startsWith('@font-face') || rule.startsWith('@media screen\\0')) return ''
  if (rule.startsWith('@media') || rule.startsWith('@supports')) {
    const open = rule.indexOf('{')
    const inner = derive(rule.slice(open + 1, -1))
    return inner === '' ? '' : `${rule.slice(0, open)}{${inner}}\n`
  }
  const open = rule.indexOf('{')
  if (open < 0 || rule.startsWith('@')) return rule
  const selectors = splitSelectors(rule.slice(0, open)).filter((selector) => !unused.test(selector))
  const body = rule.slice(open).replaceAll(/font-family:\s*GDS Transport[^;}]*;?/g, '')
  return selectors.length === 0 || body === '{}' ? '' : `${selectors.join(',')}${body}\n`
}

/** The rules of a stylesheet, blocks whole. */
function rulesOf(css: string): string[] {
  const rules: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < css.length; at++) {
    const sign = css[at]
    if (sign === '{') depth++
    if (sign === '}') depth--
    if (depth === 0 && (sign === '}' || sign === ';')) {
      rules.push(css.slice(from, at + 1).trim())
      from = at + 1
    }
  }
  return rules
}

// A comma inside `:not(a, b)` does not divide selectors.
const splitSelectors = (selectors: string): string[] => selectors.split(/,(?![^(]*\))/)

if (import.meta.main) {
  const source = new URL('../node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css', import.meta.url)
  writeFileSync(new URL('vendor/govuk-frontend.css', import.meta.url), derive(readFileSync(source, 'utf8')))
}
