import { byPlace, type Fault } from '../load/fault.ts'
import type { Pack } from '../types/pack.ts'
import { assents } from './assents.ts'
import { brokenGlass } from './break-glass.ts'
import { endlessCalls, meetings, sameRecord } from './calls.ts'
import { clauseLinks, clauses, sections } from './clauses.ts'
import { complaintsHeard } from './complaints.ts'
import { datesMeant } from './dates.ts'
import { audiencesMeant, decisions, levels, offeredByKind } from './decisions.ts'
import { documentsMeant } from './documents.ts'
import { dutiesPlanned } from './duties.ts'
import { entries } from './entries.ts'
import { expressions } from './expressions.ts'
import { factLoops } from './fact-loops.ts'
import { fieldsBesidePages, laterFits, mustFits } from './fields.ts'
import { closedRoutes, files, routes, unusedFlows } from './files.ts'
import { followUpsWritten } from './follow-up.ts'
import { guards } from './guards.ts'
import { clauseIds, fieldsOfStep, listIds, recordNames } from './ids.ts'
import { lateMeans, toldWhenLate } from './late.ts'
import { letters } from './letters.ts'
import { beforeLimits, exceptionEnds, measuresChecked, neverLifted } from './limits.ts'
import { localNames } from './local-names.ts'
import { checkSchools, withoutAdditions } from './of-schools.ts'
import { notYetAsked } from './order.ts'
import { overlays } from './overlays.ts'
import { lookedAfterOnce, outsideOwners, standIns, unreachableBodies, whoOtherwise } from './people.ts'
import { places } from './places.ts'
import { publishable } from './publish.ts'
import { publishing } from './publishing.ts'
import { plannedControls, references } from './references.ts'
import { opensDevices, reopenings } from './reopening.ts'
import { repeatsMeant } from './repeats.ts'
import { reportsMeant } from './reports.ts'
import { nobodyMeant, ownChecks, seats } from './roles.ts'
import { settingsFit, settingTypes } from './settings.ts'
import { starts } from './starts.ts'
import { emergencyPaths, stepShapes } from './step-shape.ts'
import { stepPaths } from './steps.ts'
import { supportOffered } from './support.ts'
import { surveys } from './surveys.ts'
import { tables } from './tables.ts'
import { tellings } from './telling.ts'
import { languages, mergeFields, namedSee } from './texts.ts'
import { toldThere } from './told-there.ts'
import type { Places, Rule } from './view.ts'

const RULES: readonly Rule[] = [
  references,
  plannedControls,
  listIds,
  fieldsOfStep,
  recordNames,
  mustFits,
  fieldsBesidePages,
  laterFits,
  clauseIds,
  localNames,
  expressions,
  factLoops,
  stepPaths,
  stepShapes,
  outsideOwners,
  unreachableBodies,
  toldThere,
  standIns,
  lookedAfterOnce,
  whoOtherwise,
  decisions,
  audiencesMeant,
  offeredByKind,
  levels,
  places,
  settingTypes,
  settingsFit,
  guards,
  publishing,
  assents,
  surveys,
  clauses,
  clauseLinks,
  sections,
  files,
  closedRoutes,
  routes,
  unusedFlows,
  beforeLimits,
  datesMeant,
  documentsMeant,
  dutiesPlanned,
  exceptionEnds,
  measuresChecked,
  tables,
  languages,
  mergeFields,
  letters,
  starts,
  entries,
  reportsMeant,
  namedSee,
  brokenGlass,
  reopenings,
  opensDevices,
  complaintsHeard,
  followUpsWritten,
  supportOffered,
  repeatsMeant,
  notYetAsked,
  nobodyMeant,
  toldWhenLate,
  lateMeans,
  ownChecks,
  tellings,
  seats,
  neverLifted,
  sameRecord,
  endlessCalls,
  meetings,
  emergencyPaths,
]

/** How strictly to check: for publishing, everything that the policy leaves open must be settled too. */
export interface CheckOptions {
  readonly publish?: boolean
}

/** Everything in a well-formed pack that makes no sense, each at its exact place. */
export function checkPack(pack: Pack, positions: Places, options: CheckOptions = {}): Fault[] {
  const rules = options.publish === true ? [...RULES, publishable] : RULES
  const own = withoutAdditions(pack)
  const faults = [...overlays({ pack, positions }), ...rules.flatMap((rule) => rule({ pack: own, positions }))]
  return [...faults, ...checkSchools(pack, positions, rules, faults)].sort(byPlace)
}
