/** What an expression came to. An error is `unknown`, and unknown never lets anything pass. */
export type Verdict = 'yes' | 'no' | 'unknown'

/** Decides an expression for a scope. The engines know no expression language: they are given one of these. */
export type Judge<Scope> = (expression: string, scope: Scope) => Verdict
