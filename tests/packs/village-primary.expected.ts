const id = (number: number): string => `M-${String(number).padStart(3, '0')}`

/** The clauses of the catalogue from one number to another. */
export const clauseRange = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => id(from + index))

/** What carries each form of the catalogue. */
export const forms: Readonly<Record<string, string>> = {
  'M-F01': 'assent/pupil_agreement',
  'M-F02': 'assent/staff_agreement',
  'M-F03': 'assent/governor_agreement',
  'M-F04': 'assent/visitor_agreement',
  'M-F05': 'assent/pupil_images',
  'M-F06': 'assent/staff_images',
  'M-F07': 'record/incident',
  'M-F08': 'record/sensitive_email',
  'M-F09': 'record/equipment',
  'M-F10': 'record/leaver',
  'M-F11': 'record/conference',
  'M-F12': 'assent/conference_permission',
  'M-F13': 'record/conference#recording_consents',
  'M-F14': 'record/image_exception',
  'M-F15': 'record/publication',
  'M-F16': 'record/pupil_recording',
  'M-F17': 'record/pupil_device',
  'M-F18': 'record/educational_use',
  'M-F19': 'record/download',
  'M-F20': 'record/installation',
  'M-F21': 'record/online_system',
  'M-F22': 'record/information_asset',
  'M-F23': 'record/inspection',
  'M-F24': 'record/sensitive_media',
  'M-F25': 'record/school_phone',
  'M-F26': 'record/new_technology',
  'M-F27': 'record/equipment_disposal',
  'M-F28': 'record/image_withdrawal',
  'M-F29': 'record/guidance_issue',
  'M-F30': 'record/recording_permission',
  'M-F31': 'record/media_permission',
  'M-F32': 'record/visitor_connection',
  'M-F33': 'record/policy_approval',
}

/** Where each step of the catalogue's flows is; steps of the software itself and of whoever tells are not among them. */
export const everyStep: Readonly<Record<string, readonly string[]>> = {
  'M-D01': [
    'record/incident#classify',
    'record/incident#log',
    'flow/consequence#by_rule',
    'flow/consequence#by_person',
    'record/incident#close',
  ],
  'M-D02': [
    'flow/virus#stop_using',
    'flow/virus#contact',
    'flow/virus#advise',
    'flow/virus#others',
    'flow/virus#clean',
  ],
  'M-D03': [
    'record/sensitive_email#needed',
    'record/sensitive_email#other_way',
    'record/sensitive_email#consent',
    'record/sensitive_email#recipients_checked',
    'record/sensitive_email#drop',
    'record/sensitive_email#requestor',
    'record/sensitive_email#minimise',
    'record/sensitive_email#protect',
    'record/sensitive_email#release',
    'record/sensitive_email#separate_key',
    'record/sensitive_email#receipt',
  ],
  'M-D04': [
    'record/image_exception#ask_head',
    'record/image_exception#not_taken',
    'record/image_exception#take',
    'record/image_exception#move',
    'record/image_exception#delete',
  ],
  'M-D05': [
    'record/publication#consent',
    'record/publication#stop',
    'record/publication#names',
    'record/publication#permission',
    'record/publication#upload',
  ],
  'M-D06': ['record/image_withdrawal#remove'],
  'M-D07': [
    'record/conference#parents',
    'record/conference#leave_out',
    'record/conference#supervisor',
    'record/conference#approve',
    'record/conference#consents',
    'record/conference#run',
    'record/conference#log',
  ],
  'M-D08': [
    'record/leaver#hand_in',
    'record/leaver#list_logons',
    'record/leaver#disable',
    'record/leaver#change_generic',
    'record/leaver#close',
  ],
  'M-D09': ['flow/site#screen', 'flow/site#address', 'flow/site#filter'],
  'M-D10': ['flow/offensive_email#who_got_it', 'flow/offensive_email#adult_told', 'flow/offensive_email#head_told'],
  'M-D11': ['flow/account#told', 'flow/account#change'],
  'M-D12': [
    'record/password_disclosure#need',
    'record/password_disclosure#refuse',
    'record/password_disclosure#give',
    'record/password_disclosure#done',
  ],
  'M-D13': [
    'record/authority_question#answer',
    'record/inspection#purpose',
    'record/inspection#act',
    'record/inspection#law',
    'record/inspection#store',
  ],
  'M-D14': [
    'record/sensitive_media#other_way',
    'record/sensitive_media#solved',
    'record/sensitive_media#medium',
    'record/sensitive_media#store',
    'record/sensitive_media#dispose',
  ],
  'M-D15': ['record/pupil_media#check', 'record/pupil_media#refused_medium', 'record/pupil_media#used'],
  'M-D16': [
    'record/equipment#allocate',
    'record/equipment#authorise',
    'record/equipment#issue',
    'record/equipment#held',
    'record/equipment#transfer',
    'record/equipment#recover',
    'record/equipment#dispose',
  ],
  'M-D17': [
    'record/pupil_device#ask_head',
    'record/pupil_device#at_home',
    'record/pupil_device#bill',
    'record/educational_use#bill_payer',
  ],
  'M-D18': ['record/new_technology#benefit', 'record/new_technology#risk', 'record/new_technology#decide'],
  'M-D19': [
    'record/download#ask_coordinator',
    'record/download#check',
    'record/installation#authorise',
    'record/installation#install',
  ],
  'M-D20': ['flow/loss#what_lost', 'flow/loss#disable', 'flow/loss#secured'],
  'M-D21': [
    'record/policy_approval#committee_approves',
    'record/policy_approval#redraft',
    'record/policy_approval#next_review',
    'record/policy_approval#publish',
  ],
}

/** What carries each entry of the calendar (M-C01 to M-C30); an entry without a duty of its own is a rule, a step or a notice. */
export const calendar: Readonly<Record<string, string>> = {
  'M-C01': 'duty/policy_review',
  'M-C02': 'duty/introduce_policy',
  'M-C03': 'duty/class_guidance',
  'M-C04': 'duty/promote_safety',
  'M-C05': 'duty/staff_training',
  'M-C06': 'duty/induction',
  'M-C07': 'duty/coordinator_updates',
  'M-C08': 'duty/guidance_edition',
  'M-C09': 'duty/head_update',
  'M-C10': 'duty/monitor_policy',
  'M-C11': 'duty/parents_consulted',
  'M-C12': 'duty/password_reminder',
  'M-C13': 'duty/staff_passwords',
  'M-C14': 'duty/generic_passwords',
  'M-C15': 'duty/mailbox_housekeeping',
  'M-C16': 'conduct/check_mail',
  'M-C17': 'duty/antivirus_all',
  'M-C18': 'duty/antivirus_off_network',
  'M-C19': 'duty/call_in_kit',
  'M-C20': 'duty/synchronise',
  'M-C21': 'duty/synchronise',
  'M-C22': 'duty/delete_images',
  'M-C23': 'duty/poster_check',
  'M-C24': 'duty/asset_review',
  'M-C25': 'duty/kit_check',
  'M-C26': 'duty/conference_kit_check',
  'M-C27': 'duty/ask_image_consent',
  'M-C28': 'record/homework_notice',
  'M-C29': 'duty/phone_repaid',
  'M-C30': 'duty/support_links',
}

/** Who approves what (M-M08): the step that waits, and the party that says yes there. */
export const approvals: readonly (readonly [step: string, party: string])[] = [
  ['record/equipment#authorise', 'party/head'],
  ['record/pupil_device#ask_head', 'party/head'],
  ['record/educational_use#agree', 'party/head'],
  ['record/image_exception#ask_head', 'party/head'],
  ['record/pupil_recording#ask_head', 'party/head'],
  ['record/media_permission#ask_head', 'party/head'],
  ['record/publication#permission', 'party/head'],
  ['record/conference#approve', 'party/head'],
  ['record/online_system#ask_head', 'party/head'],
  ['record/download#ask_coordinator', 'party/online_safety_lead'],
  ['record/installation#authorise', 'party/ict_coordinator'],
  ['record/sensitive_email#consent', 'party/line_manager'],
  ['record/attachment_check#asked', 'party/network_manager'],
]

/** The laws that the policy names, by document; `since` where a later one took the place of what it prints. */
export const laws: readonly (readonly [document: string, outdated: boolean])[] = [
  ['data_protection_act', true],
  ['ico_penalties', true],
  ['ico_powers', true],
  ['human_rights_act', false],
  ['regulation_of_investigatory_powers_act', true],
  ['lawful_business_practice_regulations', true],
  ['freedom_of_information_act', false],
  ['computer_misuse_act', false],
  ['weee_directive', true],
  ['keeping_children_safe', false],
  ['copyright_law', false],
]

/** How many sources of help each page of the annex and its neighbours names. */
export const sources: Readonly<Record<string, number>> = {
  support_leaders: 11,
  support_remote: 6,
  support_parents: 13,
  coordinator_sources: 5,
}

/** The clauses that nothing keeps yet: settings of systems that somebody has to check, and that Kept cannot hold so far. */
export const notYet: readonly string[] = []
