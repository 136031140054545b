/** What surrounds every page and is the same for all of a request: it comes by context, so that pages need not pass it. */
import { createContext, h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** One link of the menu. */
export interface NavItem {
  readonly href: string
  readonly label: string
  /** How many wait there. */
  readonly count?: number | undefined
  readonly active: boolean
}

interface Files {
  readonly css: string
  readonly js: string
}

/** The surroundings of a page. */
export interface Chrome {
  readonly organisation: string
  readonly school: string | null
  readonly person: { readonly name: string; readonly post: string | null; readonly href: string } | null
  readonly nav: readonly NavItem[]
  readonly csrf: string
  /** A line about what was just done. */
  readonly flash: string | null
  readonly policyLine: string | null
  /** The head of the ledger: `at` as a person says it ("today at 14:31"), `short` the first letters of its hash. */
  readonly seal: { readonly at: string; readonly short: string } | null
  readonly lang: string
  /** The addresses of styles and script; `reading`: the smaller ones of pages that are only read. */
  readonly assets: Files & { readonly reading?: Files }
  readonly sample: boolean
  readonly reportHref: string
  /** Where signing out posts to. */
  readonly signOutHref: string | null
  /** Somebody is called to something at once: said on every page until it is taken. */
  readonly call?: { readonly href: string; readonly says: string } | null | undefined
  /** Links at the foot of every page, for instance help. */
  readonly footerLinks?: readonly { readonly href: string; readonly label: string }[] | undefined
}

/** A page drawn without surroundings still works, with none of the ambient parts. */
export const bareChrome: Chrome = {
  organisation: '',
  school: null,
  person: null,
  nav: [],
  csrf: '',
  flash: null,
  policyLine: null,
  seal: null,
  lang: 'en-GB',
  assets: { css: '', js: '' },
  sample: false,
  reportHref: '',
  signOutHref: null,
}

/** Carries the surroundings to `Page` and `Form`. */
export const ChromeContext = createContext<Chrome>(bareChrome)

/** The whole document as text, doctype included. */
export function renderPage(node: VNode, chrome: Chrome): string {
  return `<!doctype html>\n${renderToString(h(ChromeContext.Provider, { value: chrome }, node))}`
}
