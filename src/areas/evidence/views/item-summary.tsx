import { sayInstant } from '#core/calendar/say-date.ts'
import { Custody } from '#ui/custody/custody.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import type { Chain, Link } from '../model/chain.ts'
import { notSigned } from '../model/entry.ts'
import type { Item } from '../model/item.ts'
import { itemKinds } from '../model/item-kinds.ts'
import { paths } from '../paths.ts'
import { type Saying, sayEntry, sayGap, sayParty, saySignatures } from '../say.ts'

interface ItemProps {
  readonly item: Item
  readonly chain: Chain
  readonly saying: Saying
  readonly now: Temporal.Instant
}

/** An item in a line: what it is, where it is, how its chain stands. */
export function ItemHead({ item, chain, saying, link }: ItemProps & { readonly link: boolean }) {
  const name = link ? `${item.number}. ${item.title}` : 'Its chain'
  const gaps = chain.links.flatMap((one) => one.gaps)
  const gap = gaps.find((one) => one.kind !== 'unsigned') ?? gaps[0]
  return (
    <div class="kept-next__row">
      <span class="kept-strong">
        <Icon name={itemKinds[item.kind].icon} />{' '}
        {link ? (
          <a class="govuk-link" href={paths.item.to(item.id)}>
            {name}
          </a>
        ) : (
          name
        )}
      </span>
      {chain.seal !== null && <span class="kept-chip">Bag {chain.seal}</span>}
      {gap === undefined ? (
        <StatePill state="kept">Chain whole</StatePill>
      ) : (
        <StatePill state="late">{gap.kind === 'unsigned' ? 'A signature is missing' : 'A gap in the chain'}</StatePill>
      )}
      <span class="kept-meta">{whereIs(item, chain, saying)}</span>
    </div>
  )
}

const ENDED: Readonly<Record<string, string>> = {
  released: 'With the police',
  returned: 'Given back',
  destroyed: 'Destroyed',
  withdrawn: 'Entered by mistake',
}

function whereIs({ kind }: Item, chain: Chain, saying: Saying): string {
  if (chain.ended !== null) return ENDED[chain.ended] ?? ''
  if (!itemKinds[kind].thing) return itemKinds[kind].file ? 'Locked away here' : ''
  if (chain.place !== null) return chain.place
  return chain.holder === null ? '' : `With ${sayParty(chain.holder, saying)}`
}

/** The chain of an item from hand to hand, with its gaps. */
export function ItemChain({ item, chain, saying, now }: ItemProps) {
  return (
    <Custody
      items={chain.links.map((link) => ({
        what: sayEntry(link.entry, saying),
        when: sayInstant(link.entry.at, now, saying.zone),
        who: <Signed link={link} saying={saying} />,
        ...(link.gaps.length === 0 ? {} : { gap: link.gaps.map((gap) => sayGap(gap, saying)).join(' ') }),
        open: link === chain.links.at(-1) && chain.ended === null && itemKinds[item.kind].thing,
      }))}
    />
  )
}

function Signed({ link, saying }: { readonly link: Link; readonly saying: Saying }) {
  const signed = saySignatures(link.entry, saying)
  return (
    <>
      {signed !== '' && `Signed: ${signed}`}
      {notSigned(link.entry).map((asked, index) => (
        <>
          {index === 0 ? ' ' : <span class="kept-noprint">, </span>}
          <a class="govuk-link kept-noprint" href={paths.sign.to(link.entry.id, asked.part)}>
            {sayParty(asked.by, saying)} signs
          </a>
        </>
      ))}
    </>
  )
}
