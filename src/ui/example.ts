import type { VNode } from 'preact'

/** One way to use a component. The page of parts shows it, and tests render it and look for faults of access. */
export interface Example {
  readonly name: string
  readonly node: VNode
}
