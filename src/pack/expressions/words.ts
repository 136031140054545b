import type { ScopeType } from './scope.ts'

const UNKNOWN = new Set(['unknown_variable', 'no_such_key', 'unknown_field'])

/** The library's complaints in words for a school office. */
export const plainly = {
  rule: (code: string): string => (UNKNOWN.has(code) ? 'unknown_fact' : 'expression_type'),

  error(code: string, summary: string): string {
    const name = /: ([\w.]+)$/.exec(summary)?.[1] ?? ''
    if (UNKNOWN.has(code)) return `“${name}” is not a declared fact, field or answer here.`
    const overload = /no such overload: (.+)$/.exec(summary)?.[1]
    if (overload !== undefined) return `These two cannot be compared: ${kinds(overload)}.`
    const call = /overload for '(\w+)/.exec(summary)?.[1]
    if (call !== undefined) return `“${call}” cannot be used like this.`
    return `This expression cannot be read: ${kinds(summary)}.`
  },

  answer: (expects: ScopeType): string =>
    expects === 'boolean'
      ? 'This must be something that is true or false.'
      : 'What this works out is not of the declared type.',
}

const kinds = (text: string): string =>
  text
    .replaceAll(/\bstring\b/g, 'text')
    .replaceAll(/\bint\b/g, 'whole number')
    .replaceAll(/\bdouble\b/g, 'number')
    .replaceAll(/\bbool\b/g, 'yes or no')
    .replaceAll('T_', '')
