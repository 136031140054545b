const id = (number: number): string => `W-${String(number).padStart(3, '0')}`

/** The clauses of the catalogue from one number to another. */
export const clauseRange = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => id(from + index))

/** The clauses that nothing keeps yet. */
export const notYet: readonly string[] = []

/** The forms of the catalogue, and the record, agreement or report that each became. */
export const forms = {
  'W-F01': 'assent/staff_agreement',
  'W-F02': 'assent/pupil_rules',
  'W-F03': 'assent/website_photographs',
  'W-F04': 'flow/investigation',
  'W-F05': 'record/incident',
  'W-F06': 'record/filtering_change',
  'W-F07': 'report/implementation',
  'W-F08': 'report/monitoring',
  'W-F09': 'record/governor_meeting',
  'W-F10': 'assent/survey_pupils',
  'W-F11': 'record/risk_assessment',
  'W-F12': 'record/portable_data',
  'W-F13': 'record/publication',
  'W-F14': 'record/device_search',
  'W-F15': 'record/checked_site',
  'W-F16': 'record/improvement_action',
  'W-F17': 'record/curriculum_map',
  'W-F18': 'record/supplier',
  'W-F19': 'assent/parent_guidelines',
}

/** Every step of the catalogue's charts that somebody takes, by the flow or record of the pack that has it. */
export const everyStep = {
  'W-D01': [
    'flow/respond#log',
    'flow/respond#offsite',
    'flow/respond#linked',
    'flow/respond#outside',
    'flow/respond#parents',
    'flow/respond#illegal',
    'flow/illegal#police',
    'flow/outcome#serious',
    'flow/outcome#tell_la',
    'flow/outcome#tell_police',
    'flow/outcome#response',
    'flow/outcome#aware',
  ],
  'W-D02': [
    'flow/investigation#team',
    'flow/investigation#computer',
    'flow/investigation#isolate',
    'flow/investigation#access',
    'flow/investigation#view',
    'flow/investigation#abuse',
    'flow/investigation#halt',
    'flow/investigation#addresses',
    'flow/investigation#screenshots',
    'flow/investigation#other_crime',
    'flow/investigation#tell_police',
    'flow/investigation#judge',
    'flow/investigation#act',
    'flow/investigation#retain',
  ],
  'W-D03': ['record/concern#read', 'record/concern#reply'],
  'W-D04': [
    'record/publication#permission_held',
    'record/publication#not_published',
    'record/publication#no_full_names',
    'record/publication#remove_names',
    'record/publication#second',
    'record/publication#publish',
  ],
  'W-D05': [
    'record/early_review#review',
    'record/early_review#approve',
    'record/monitoring_round#surveys',
    'record/monitoring_round#findings',
  ],
  'W-D06': [
    'record/portable_data#check',
    'record/portable_data#refuse',
    'record/portable_data#place',
    'record/portable_data#move',
    'record/portable_data#wipe',
  ],
  'W-D07': [
    'flow/pupil_response#act',
    'flow/pupil_response#could_be_illegal',
    'flow/pupil_response#tell_police',
    'flow/pupil_response#decide',
  ],
  'W-D08': [
    'flow/staff_response#act',
    'flow/staff_response#could_be_illegal',
    'flow/staff_response#tell_police',
    'flow/staff_response#decide',
    'flow/staff_response#carried_out',
  ],
  'W-D09': [
    'record/filtering_change#second',
    'record/filtering_change#refuse',
    'record/filtering_change#apply',
    'record/filtering_change#revert',
  ],
  'W-D10': [
    'flow/unsuitable_material#stopped',
    'flow/unsuitable_material#suspected',
    'flow/unsuitable_material#filter',
  ],
}

/** The calendar of the catalogue, and the duty or agreement that came of each entry. */
export const calendar = {
  'W-C01': ['duty/monitor_implementation'],
  'W-C02': ['duty/implementation_report'],
  'W-C03': ['duty/policy_review'],
  'W-C04': ['assent/survey_pupils'],
  'W-C05': ['assent/survey_parents'],
  'W-C06': ['assent/survey_staff'],
  'W-C07': ['duty/incident_information'],
  'W-C08': ['duty/sub_committee_monitoring'],
  'W-C09': ['duty/governor_meeting'],
  'W-C10': ['duty/governor_incident_log'],
  'W-C11': ['duty/governor_filtering_log'],
  'W-C12': ['duty/governor_reports_back'],
  'W-C13': ['duty/coordinator_at_governors'],
  'W-C14': ['duty/leaders_report'],
  'W-C15': ['duty/check_on_monitors', 'duty/support_for_monitors'],
  'W-C16': ['duty/password_change'],
  'W-C17': ['duty/filtering_update'],
  'W-C18': ['duty/monitor_network', 'duty/monitor_remote_access', 'duty/monitor_email'],
  'W-C19': ['duty/infrastructure_check', 'duty/requirements_check', 'duty/authority_guidance_check'],
  'W-C20': ['duty/technical_updating', 'duty/technical_bulletin'],
  'W-C21': ['duty/group_meeting'],
  'W-C22': ['duty/group_log_review'],
  'W-C23': ['duty/curriculum_review'],
  'W-C24': ['duty/consultation'],
  'W-C25': ['duty/improvement_progress'],
  'W-C26': ['duty/training_coverage', 'duty/role_training'],
  'W-C27': ['assent/settings_check'],
  'W-C28': ['duty/parent_information'],
  'W-C29': ['duty/image_lessons', 'duty/image_risk_briefing'],
  'W-C30': ['duty/asset_review', 'duty/retention_check', 'duty/data_check', 'duty/risk_assessment'],
  'W-C31': ['duty/registration'],
}

/** The marks of the four tables, row for row as the catalogue reads them. */
export const marks = {
  communication: { rows: 20, clauses: clauseRange(171, 180) },
  user_actions: { rows: 22, clauses: clauseRange(209, 230) },
  pupil_actions: { rows: 16, outcomes: 38, clauses: clauseRange(270, 285) },
  staff_actions: { rows: 16, outcomes: 44, clauses: clauseRange(286, 301) },
}
