import { levelOfParty } from '../engines/duties/level.ts'
import type { Fault } from '../load/fault.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import { namesTold } from './people.ts'
import type { View } from './view.ts'

const SITE = 'site'

/** Who is told by a site: the form of the record asks for it, and somebody who is told is held at sites. */
export const toldThere = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.notify).flatMap(([id, rule]) => {
    if (rule.at === undefined) return []
    const fault = faultOf(pack, rule.on, rule.at)
    if (fault !== null) return [positions.fault(['notify', id, 'at'], ...fault)]
    return namesTold(rule.to).some((name) => levelOfParty(pack, name) === SITE)
      ? []
      : [
          positions.fault(
            ['notify', id, 'at'],
            'nobody_meant',
            'None of those who are told is held at a site: give one of them per: site.',
          ),
        ]
  })

function faultOf(pack: Pack, event: string, at: string): readonly ['unknown_name' | 'nobody_meant', string] | null {
  const parts = partsOf(event)
  const record = parts?.kind === 'record' ? pack.records[parts.id] : undefined
  // Telling the school has a form of its own, which asks for no site.
  if (parts === null || record === undefined || parts.id === 'concern')
    return ['nobody_meant', 'A site is known only where an entry of a record is at hand, and not of a concern.']
  const field = record.fields.find((one) => one.id === at)
  if (field === undefined) return ['unknown_name', `The form of record/${parts.id} asks for no “${at}”.`]
  return field.type === SITE ? null : ['nobody_meant', `“${at}” asks for no site: give it the type site.`]
}
