/** What staff enter at the steps of the charts, by the id of the field; a `#` becomes a digit. Plain words, no detail of harm. */
export const STEP_TEXTS: Readonly<Record<string, readonly string[]>> = {
  police_course_done: [
    'The police took the device and the account details themselves. We did nothing more with either, as they asked.',
  ],
  device_taken: [
    'One school laptop, number LB-2##',
    'One phone, the pupil’s own, switched off',
    'One tablet, number LB-3##',
  ],
  device_held_by: ['In the head’s safe. The head has the key.', 'Sealed and locked in the safe in the office.'],
  device_seal: ['S-04##', 'S-05##'],
  account_disabled: ['The pupil’s school account', 'The school account that was used on the device'],
  evidence_described: [
    'One device that nobody has looked through, and a written note of what was said. Nothing was copied.',
    'A message that was described to us in words. It stays on the device, which is sealed.',
  ],
  evidence_held_by: ['The head', 'The police, since they collected it'],
  illegal_actions: [
    'Police told, device sealed, account disabled, officer told, parents told by the police. Support for the child began the same day.',
    'Police told and their advice followed. Everything handed over. Support agreed with the family.',
  ],
  illegal_reasons: [
    'It may have been against the law, so the police decide what happens with it. Our part is to keep the child safe.',
    'The chart for illegal incidents. We did not look, so that nothing was spoilt.',
  ],
  evidence_kept: [
    'Two screenshots that the pupil showed us, described in this log. They stay on the pupil’s own phone.',
    'The filter’s log of that afternoon, kept by the network manager.',
    'What three pupils told us, written down the same day.',
    'A printout in the locked cabinet of the E-Safety Co-ordinator.',
    'Nothing is left to keep: the message has been deleted. We wrote down what was said.',
  ],
  review_reason: [
    'Everything points to a slip: it was reported by the person themselves within the hour.',
    'It happened more than once, after the rule had been explained.',
  ],
  course_accidental: ['A talk, and a short training session on the rule. It was a slip and was reported at once.'],
  course_deliberate: ['Written note on the file, the account limited, and the disciplinary procedure begun.'],
  support_plan: [
    'A check-in each morning for two weeks, and a quiet place at lunch.',
    'Three short sessions on being safe online, with symbols.',
    'The class teacher watches over breaks and writes home each Friday.',
    'A named grown-up to go to, and a card with a picture to show.',
  ],
  victim_device_kept: ['The phone is in the office until home time, so that the messages stay on it.'],
  sanction_chosen: [
    'A talk about what it did to the other pupil, and a drawing to say sorry. No phone at school this week.',
    'One lunch time away from the computers, and two sessions on kind messages.',
    'Support, no sanction: the pupil did not understand that others could see it.',
    'The account works for school sites only for a fortnight. Support from the key worker.',
  ],
  lesson: [
    'nothing',
    'Symbols for “stop and tell” on every computer in the primary rooms.',
    'The lesson on group chats should come before half term.',
    'Phones are handed in at the taxi, not at the classroom door.',
    'The filter’s list for this year group is looked at each month.',
  ],
  actions_taken: [
    'Talked with everyone in it, told the families, agreed what each does next.',
    'Supported the pupil, changed the setting, told the family, followed it up after two weeks.',
    'Everything in the steps above. Followed up after a week: no sign that it goes on.',
  ],
  actions_reasons: [
    'So that it stops, and the children feel safe with us.',
    'It was the smallest step that would help, and it did.',
    'The chart asks for it, and the family agreed with it.',
  ],
  attack_evidence: [
    'A printout with the address of the page and the time, in the head’s cabinet.',
    'Two screenshots with date and time. The address is written on the back.',
  ],
  abuse_site: ['Pressed on the page the same day. An answer came after two days: it was taken down.'],
  chair_reason: ['Many parents have seen it, so the governors should know.', 'It can be dealt with in school.'],
  par_invited: ['Offered the next morning. They came at half past three.'],
  par_outcome: [
    'They were upset about the bus and did not think who would read it. We showed them how to complain to us.',
  ],
  par_removal: ['Promised for the same evening. Gone the next morning.'],
  pup_not_asked: ['The post had gone by itself within the day.'],
  pup_action_taken: ['A talk, a letter to say sorry, and support with what had made the pupil angry.'],
  dsp_decision: ['No contact with the LADO: no adult is part of it. Early help was offered to the family.'],
  st_removal: ['Asked at nine, gone by ten. The deputy head checked.'],
  st_contract_view: ['The signed code covers it. A note on the file, no further step.'],
}
