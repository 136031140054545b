const id = (number: number): string => `G-${String(number).padStart(3, '0')}`

/** The clauses of the catalogue from one number to another. */
export const clauseRange = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => id(from + index))

/** The clauses that nothing keeps yet, and why. */
export const notYet: Readonly<Record<string, string>> = {}

/** Where each form of the catalogue stands. */
export const forms: Readonly<Record<string, string>> = {
  'G-F01': 'assent/staff_agreement',
  'G-F02': 'assent/pupil_agreement',
  'G-F03': 'assent/parent_agreement',
  'G-F04': 'assent/parental_charter',
  'G-F05': 'assent/external_agreement',
  'G-F06': 'record/incident',
  'G-F07': 'flow/reporting#referral',
  'G-F08': 'flow/illegal_evidence#label',
  'G-F09': 'record/hardware',
  'G-F10': 'record/software',
  'G-F11': 'record/disposal',
  'G-F12': 'assent/photo_long_term',
  'G-F13': 'assent/named_image',
  'G-F14': 'record/policy_review',
  'G-F15': 'record/phone_hand_in',
  'G-F16': 'record/confiscation',
  'G-F17': 'record/data_breach',
  'G-F18': 'record/device_search',
  'G-F19': 'record/cctv_download',
  'G-F20': 'record/educational_phone_use',
  'G-F21': 'record/alarm',
  'G-F22': 'record/key_contact',
  'G-F23': 'record/staff_account',
  'G-F24': 'record/publication',
  'G-F25': 'record/filter_report',
}

/** Every step of the catalogue's flows, by what has it here. Reports outside are written down once, in the reporting flow. */
export const everyStep: Readonly<Record<string, readonly string[]>> = {
  'G-D01': steps(
    'flow/reporting',
    'dsl referral evidence kind illegal_kind police_content iwf police_activity risk danger police_danger ceop secure agency ' +
      'investigate internal_illegal debrief_a who prop head_decides internal_staff internal_child debrief_b',
  ).concat(steps('flow/debrief', 'debrief review review_policies review_procedures review_tools review_monitoring')),
  'G-D02': steps('flow/evidence', 'check shot label store ask_publisher dfe remove back'),
  'G-D03': steps(
    'flow/illegal_evidence',
    'witness label print countersign isolate mobile confiscate consult laws bodies preserve',
  ),
  'G-D04': steps('record/policy_review', 'draft pupils staff slt mdg sign publish'),
  'G-D05': steps('record/staff_account', 'signed wait authorise open'),
  'G-D06': steps('record/complaint', 'receive about_what staff bully cp other'),
  'G-D07': steps('record/friend_request', 'kin decline in_class'),
  'G-D08': steps('record/harmful_post', 'report serious legal'),
  'G-D09': steps('record/data_breach', 'risk notify_authority late_q reasons written_down'),
  'G-D10': steps('record/phone_hand_in', 'arrive kept back breach exam take').concat(
    steps('record/confiscation', 'office release'),
  ),
  'G-D11': steps('record/emergency_call', 'school_device used_school own_phone log'),
  'G-D12': steps('record/disposal', 'data medium wipe destroy firm receipt'),
  'G-D13': steps('record/publication', 'consent kit names high extra extra_name publish stop'),
  'G-D14': steps('record/staff_leaver', 'alarm'),
  'G-D15': steps('record/password_disclosure', 'log change'),
  'G-D16': steps('record/device_search', 'whose routine suspicion covered search found stop'),
  'G-D17': steps('record/monitoring_review', 'misuse clear tell act'),
  'G-D18': steps('record/filter_change', 'decide changed'),
  'G-D19': steps('record/staff_account', 'req signed wait open'),
}

function steps(where: string, ids: string): string[] {
  return ids.split(' ').map((step) => `${where}#${step}`)
}

/** How often, as the catalogue's calendar has it; what it leaves open is our own count, still to be confirmed. */
export const calendar: Readonly<Record<string, readonly [duty: string, every: string]>> = {
  'G-C01': ['annual_review', '12 months'],
  'G-C02': ['intermediate_training', '12 months'],
  'G-C03': ['regular_training', 'regular: term'],
  'G-C05': ['talk_through_agreements', 'school year'],
  'G-C06': ['newsletter', 'month'],
  'G-C07': ['parent_programme', 'a rolling programme: term'],
  'G-C08': ['parent_page', 'up to date: half term'],
  'G-C09': ['proprietor_report', 'regular: term'],
  'G-C10': ['proprietor_meeting', 'regular: half term'],
  'G-C11': ['liaison', 'regular: half term'],
  'G-C12': ['passwords_changed', 'regular intervals: term'],
  'G-C13': ['filter_updated', 'regularly updated: month'],
  'G-C14': ['systems_monitored', 'regularly monitored: week'],
  'G-C15': ['antivirus_current', 'kept up to date: week'],
  'G-C16': ['backups_checked', 'suitable backups: week'],
  'G-C17': ['documents_current', 'current: term'],
  'G-C18': ['log_current', 'stays current: week'],
  'G-C19': ['audit_records', 'reviewed or audited: term'],
  'G-C20': ['own_updating', 'keeps up: term'],
  'G-C21': ['staff_cpd', 'stay aware: school year'],
  'G-C22': ['hand_in_register', 'school day'],
  'G-C25': ['programme', 'a clear programme that builds up: school year'],
  'G-C27': ['directory_check', 'publishes its DSLs: half term'],
}

/** What carries each deadline of the catalogue. What must be done *before* something is a gate, a decision or a refused step. */
export const deadlines: Readonly<Record<string, string>> = {
  'G-T01': 'duty/notify_authority',
  'G-T02': 'record/password_disclosure#change',
  'G-T03': 'notify/dsl_of_concern',
  'G-T04': 'record/fault#mend',
  'G-T05': 'guard/pupil_ict',
  'G-T06': 'guard/guest_ict',
  'G-T07': 'duty/ask_for_account',
  'G-T08': 'guard/pupil_internet',
  'G-T09': 'record/phone_hand_in#arrive',
  'G-T10': 'duty/annual_review',
  'G-T11': 'duty/alarm_cleared',
  'G-T12': 'duty/newsletter',
  'G-T13': 'record/policy_review#staff',
  'G-T14': 'decision/slt_allows_phones',
  'G-T15': 'record/activity_photo#before',
  'G-T16': 'flow/reporting#secure',
  'G-T17': 'duty/talk_through_agreements',
  'G-T18': 'record/password_compromise#change',
  'G-T19': 'notify/significant_use',
  'G-T20': 'duty/intermediate_training',
}

/** What tells each recipient of the catalogue, in its order. Bodies outside and parents are told by a person, in a step. */
export const recipients: readonly (readonly [event: string, ref: string])[] = [
  ['any e-safety incident raised', 'notify/dsl_of_incident'],
  ['suspected misuse or problem noticed by staff', 'notify/misuse_or_problem'],
  ['matter found by ICT provider', 'notify/provider_found'],
  ['misuse found by monitoring', 'notify/monitoring_misuse'],
  ['incident involving a young person', 'record/incident#parents'],
  ['out-of-school incident known', 'record/incident#parents'],
  ['e-safety or behaviour concern about a child', 'record/incident#parents'],
  ['illegal content', 'flow/reporting#iwf'],
  ['illegal activity', 'flow/reporting#police_activity'],
  ['child at risk', 'flow/reporting#ceop'],
  ['child in immediate danger', 'flow/reporting#police_danger'],
  ['disturbing or unlawful online contact', 'flow/reporting#police_activity'],
  ['phone found in an exam', 'record/phone_hand_in#exam'],
  ['personal data breach', 'record/data_breach#notify_authority'],
  ['accidental access or filter breach', 'notify/accidental_access'],
  ['child behaviour concern', 'notify/dsl_of_concern'],
  ['behaviour of staff or pupil concerning', 'notify/worrying_behaviour'],
  ['complaint', 'notify/complaint'],
  ['complaint of staff misuse', 'notify/complaint_about_staff'],
  ['audited incident records', 'notify/audit_result'],
  ['incident and monitoring information', 'notify/report_sent'],
  ['libellous or inflammatory post', 'record/harmful_post#report'],
  ['staff member accountable', 'notify/staff_accountable'],
  ['child accountable', 'notify/child_accountable'],
  ['significant personal use of a loaned computer', 'notify/significant_use'],
  ['radicalisation concern', 'notify/radicalisation'],
  ['infringement', 'action/refer'],
]
