import type { DataColumn, DataRow } from '../data-table/data-table.tsx'
import type { FilterField } from '../filter-bar/filter-bar.tsx'
import type { Words } from '../words.ts'
import type { ListQuery } from './address.ts'
import type { Things } from './count-words.ts'

/** A column; with `sort` its head is a link that orders the list by it. */
export interface ListColumn extends Omit<DataColumn, 'sortHref' | 'sorted'> {
  readonly says: string
  readonly sort?: ListSort | undefined
}

export interface ListSort {
  /** As the address names it. */
  readonly id: string
  /** How the list is ordered then, for instance `oldest first`; and turned round, `newest first`. */
  readonly up: string
  readonly down: string
  /** Which of them the first press asks for; up unless told. */
  readonly first?: 'up' | 'down' | undefined
}

export interface ListPageProps {
  readonly title: string
  readonly caption?: Words
  readonly lede?: Words
  readonly back?: string | { readonly href: string; readonly text: string } | undefined
  /** Buttons beside the heading, before those for the file and for paper. */
  readonly actions?: Words
  /** What stands over the list: tabs, figures, what is urgent. */
  readonly above?: Words
  readonly things: Things
  /** The address of this list with a query; and those of its file and of its paper. */
  readonly href: (query: string) => string
  readonly csvHref: (query: string) => string
  readonly printHref: (query: string) => string
  /** What is set now: `view`, `sort` and the filters. What is usual stays out of addresses. */
  readonly query: ListQuery
  readonly usual: ListQuery
  readonly views?: readonly { readonly value: string; readonly text: string; readonly count?: number }[] | undefined
  readonly filters: readonly FilterField[]
  readonly columns: readonly ListColumn[]
  readonly headerColumn?: number | undefined
  readonly rows: readonly DataRow[]
  /** What can be done with the rows that are ticked: a form to `action`, with these buttons. */
  readonly bulk?: { readonly action: string; readonly buttons: Words } | undefined
  readonly page: number
  readonly size: number
  readonly total: number
  /** Where counting stops. */
  readonly most?: number | undefined
  /** Shown while there is nothing at all in this view. */
  readonly nothingYet: { readonly title: Words; readonly says: Words; readonly action?: Words }
}
