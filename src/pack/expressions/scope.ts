/** The type of something that an expression may use. */
export type ScopeType =
  | 'boolean'
  | 'integer'
  | 'number'
  | 'text'
  | { readonly list: ScopeType }
  | { readonly of: string }

/** Everything an expression may use, each with its type. Nothing is dynamic. */
export interface Scope {
  /** Named types with their fields, such as `person` or the rows of a form. Each also has the text field `id`. */
  readonly types: Readonly<Record<string, Readonly<Record<string, ScopeType>>>>
  readonly variables: Readonly<Record<string, ScopeType>>
  /** What is the same for every case: `settings`, as the school has set them. */
  readonly constants?: Readonly<Record<string, unknown>>
}

/** What the world answers to an expression: `undefined` is unknown. */
export interface Functions {
  readonly signed?: (personId: string, assent: string) => boolean | undefined
  /** What those who may act for a person said to one statement, `assent/x#item`. */
  readonly agreed?: (personId: string, item: string) => boolean | undefined
  readonly holds?: (personId: string, party: string) => boolean | undefined
  readonly inAudience?: (personId: string, party: string) => boolean | undefined
  /** Of the version that is to be published: whether a decision said yes, and whether a record was made or a step of it taken. */
  readonly decided?: (decision: string) => boolean | undefined
  readonly hasRecord?: (record: string) => boolean | undefined
  readonly done?: (duty: string) => boolean | undefined
  readonly hasPart?: (part: string) => boolean | undefined
}

/** The name under which the expression library knows a type. */
export const celName = (type: ScopeType): string => {
  if (type === 'boolean') return 'bool'
  if (type === 'integer') return 'int'
  if (type === 'number') return 'double'
  if (type === 'text') return 'string'
  return 'list' in type ? `list<${celName(type.list)}>` : typeName(type.of)
}

/** A registered type's name: never one of the library's own. */
export const typeName = (name: string): string => `T_${name}`
