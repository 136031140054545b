/** What people write when they want to talk to somebody before they sign. */
export const REFUSALS: Readonly<Record<'parent' | 'pupil' | 'adult', readonly string[]>> = {
  parent: [
    'We share one tablet at home and I do not see how I can promise what the cousins do with it.',
    'English is my second language. I would like somebody to go through it with me.',
    'I do not understand who can see what my child types. Please ring me.',
    'My son cannot follow all of these rules yet. Is there a shorter version for him?',
    'Her father and I do not agree about phones. I want to talk to the class teacher first.',
    'What happens if he breaks a rule because he did not understand it? I would like an answer before I sign.',
    'I am happy with the rules but not with the part about checking. Can somebody explain it?',
  ],
  pupil: [
    'I want my key worker to read it with me.',
    'I do not get the part about pictures.',
    'Why can teachers see what I look at? I want to ask first.',
  ],
  adult: [
    'The part about personal phones does not fit the walking trips. I would like to talk about it.',
    'I use my own screen reader software. Please confirm that this is allowed before I sign.',
    'I need to know how the part on remote access applies to my two other schools.',
  ],
}
