import { type Attributes, cx, type Words } from '../words.ts'

export interface TabItem {
  readonly id?: string | undefined
  readonly label: Words
  readonly attributes?: Attributes | undefined
  readonly panel?: Words
  readonly panelAttributes?: Attributes | undefined
}

export interface TabsProps {
  readonly id?: string | undefined
  readonly idPrefix?: string | undefined
  readonly title?: Words
  readonly items?: readonly (TabItem | false | null | undefined)[] | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Parts of one page, one at a time when scripts are on. For pages of their own use `TabLinks`. */
export function Tabs(props: TabsProps) {
  const items = (props.items ?? []).map((item, at) => item && { ...item, id: item.id || `${props.idPrefix}-${at + 1}` })
  return (
    <div
      id={props.id || undefined}
      class={cx('govuk-tabs', props.class)}
      {...props.attributes}
      data-module="govuk-tabs"
    >
      <h2 class="govuk-tabs__title">{props.title ?? 'Contents'}</h2>
      {items.length > 0 && (
        <>
          <ul class="govuk-tabs__list">{items.map((item, at) => item && <TabLink {...item} first={at === 0} />)}</ul>
          {items.map((item, at) => item && <TabPanel {...item} first={at === 0} />)}
        </>
      )}
    </div>
  )
}

function TabLink({ id, label, attributes, first }: TabItem & { id: string; first: boolean }) {
  return (
    <li class={cx('govuk-tabs__list-item', first && 'govuk-tabs__list-item--selected')}>
      <a class="govuk-tabs__tab" href={`#${id}`} {...attributes}>
        {label}
      </a>
    </li>
  )
}

function TabPanel({ id, panel, panelAttributes, first }: TabItem & { id: string; first: boolean }) {
  return (
    <div class={cx('govuk-tabs__panel', !first && 'govuk-tabs__panel--hidden')} id={id} {...panelAttributes}>
      {typeof panel === 'string' && panel !== '' ? <p class="govuk-body">{panel}</p> : panel}
    </div>
  )
}
