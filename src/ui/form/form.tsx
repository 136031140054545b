import { useContext } from 'preact/hooks'
import { ChromeContext } from '../page/chrome.ts'
import { type Attributes, cx, type Words } from '../words.ts'

export interface FormProps {
  /** This page unless told. */
  readonly action?: string | undefined
  readonly method?: 'post' | 'get' | undefined
  /** The token of this person's session; it comes from the surroundings unless given. */
  readonly csrf?: string | undefined
  /** For files: the token is then part of the action, because one in the body comes too late. */
  readonly multipart?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** A form that posts, with the hidden token that proves it is ours. */
export function Form({ action, method = 'post', csrf, multipart, id, class: extra, attributes, children }: FormProps) {
  const chrome = useContext(ChromeContext)
  const token = csrf ?? chrome.csrf
  return (
    <form
      action={action}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      id={id}
      class={cx(extra)}
      novalidate
      {...attributes}
    >
      {method === 'post' && !multipart && token !== '' ? <input type="hidden" name="_csrf" value={token} /> : null}
      {children}
    </form>
  )
}
