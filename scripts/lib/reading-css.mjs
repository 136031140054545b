/**
 * The styles of a page that is only read (the public policy): the rules of the whole stylesheet that name nothing but these
 * blocks. One source of rules, two files: somebody who opens a policy on a phone gets what that page uses.
 */

/** What such pages are drawn with: `govuk-list` stands for `govuk-list--bullet` and `govuk-list__item` too. */
export const READING_BLOCKS = new Set(
  `govuk-template govuk-skip-link govuk-skip-link-focused-element govuk-width-container govuk-phase-banner govuk-tag govuk-caption-xl
  govuk-heading-xl govuk-heading-l govuk-heading-m govuk-heading-s govuk-body govuk-body-s govuk-body-l govuk-button
  govuk-button-group govuk-link govuk-list govuk-label govuk-input govuk-table govuk-back-link govuk-details govuk-inset-text
  govuk-visually-hidden govuk-grid-row govuk-frontend-supported js-enabled nowrap num card-head card-state card-line
  kept-page kept-public kept-sprite kept-slim kept-container kept-mark kept-sample kept-noprint kept-main kept-lede
  kept-button kept-forwhom kept-policy kept-contents kept-search kept-clause kept-scroll kept-narrow kept-summary kept-section
  kept-meta kept-says kept-help kept-gap kept-gap-top kept-gap-top-s kept-gap-bottom kept-table kept-table-wrap kept-link
  kept-list kept-alert kept-report kept-footer kept-card kept-icon kept-strong kept-printed-open`.split(/\s+/),
)

const blockOf = (name) => name.replace(/(?:__|--).*$/, '')
const isOurs = (selector) =>
  [...selector.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].every(([, name]) => READING_BLOCKS.has(blockOf(name)))

/** Whether a selector can match on a page that is only read. */
function canMatch(selector) {
  // What is excluded, or only looked for inside, says nothing about what the page has.
  const positive = selector.replaceAll(/:(?:not|has)\((?:[^()]|\([^()]*\))*\)/g, '')
  const groups = [...positive.matchAll(/:(?:is|where)\(((?:[^()]|\([^()]*\))*)\)/g)].map(([, inside = '']) => inside)
  const rest = positive.replaceAll(/:(?:is|where)\((?:[^()]|\([^()]*\))*\)/g, '')
  return isOurs(rest) && groups.every((inside) => split(inside).some(isOurs))
}

/** The rules that can match, blocks whole. */
export function readingCss(css) {
  return rulesOf(css).map(keep).join('')
}

function keep(rule) {
  const open = rule.indexOf('{')
  if (open < 0 || rule.startsWith('@font-face') || rule.startsWith('@keyframes') || rule.startsWith('@page'))
    return rule
  const head = rule.slice(0, open)
  if (head.startsWith('@')) {
    const inside = readingCss(rule.slice(open + 1, -1))
    return inside === '' ? '' : `${head}{${inside}}`
  }
  const selectors = split(head).filter(canMatch)
  return selectors.length === 0 ? '' : `${selectors.join(',')}${rule.slice(open)}`
}

function rulesOf(css) {
  const rules = []
  let depth = 0
  let from = 0
  for (let at = 0; at < css.length; at++) {
    if (css[at] === '{') depth++
    if (css[at] === '}') depth--
    if (depth === 0 && (css[at] === '}' || css[at] === ';')) {
      rules.push(css.slice(from, at + 1).trim())
      from = at + 1
    }
  }
  return rules
}

/** A comma within brackets does not divide selectors. */
function split(selectors) {
  const parts = ['']
  let depth = 0
  for (const sign of selectors) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (sign === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.map((part) => part.trim())
}
