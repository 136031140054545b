/** Signing an agreement, for parents, pupils and everybody who signs for themselves. */
export const agreements = {
  'agreement.title': 'Your agreement',

  'agreement.refused.over':
    'This is not asked any more. Nothing was saved. Look at your agreements for what is asked now.',
  'agreement.refused.again': 'You have signed this already. There is nothing more to do.',
  'agreement.refused.not_yet': 'Somebody else is asked first. We tell you when it is your turn.',
  'agreement.refused.item': 'To sign, you need to agree to this as well: {says}',
  'agreement.refused.text_changed':
    'The text has changed since you opened the page. Nothing was saved. Please read it again and sign then.',
  'agreement.refused.withdraw':
    'This cannot be taken back here. If you want to talk about it, please ask the school office.',
  'agreement.refused.unsigned': 'You have not signed this, so there is nothing to take back.',
  'agreement.refused.own_slip': 'Somebody else has to record your own slip. You can sign on your page.',
  'agreement.refused.future': 'The date on the slip is still to come.',
  'agreement.refused.old': 'The date on the slip is more than a year ago. Ask for a new slip.',
  'agreement.error.name': 'Enter your full name',

  'agreement.notice.asked': 'Please read and sign for {names}.',
  'agreement.notice.reminded': 'A reminder: we still need your answer for {names}.',
  'agreement.notice.refused': '{signer} wants to talk before signing for {name}.',
  'agreement.notice.refused_own': '{signer} wants to talk before signing.',
  'agreement.notice.unanswered': 'All reminders are used up. Not signed for: {names}.',
  'agreement.mail.asked.subject': 'Please read and sign for {names}',
  'agreement.mail.asked.body':
    'Hello,\n\nplease read and sign for {names}:\n\n{what}\n\nSign in to Kept and open "My agreements". It takes about three minutes.\n\nWould you like to talk to somebody first? You can say so on the page.',
  'agreement.mail.reminded.subject': 'A reminder: please sign for {names}',
  'agreement.mail.reminded.body':
    'Hello,\n\nwe still need your answer for {names}:\n\n{what}\n\nSign in to Kept and open "My agreements". If you want to talk to somebody first, say so on the page and we stop reminding you.',
  'agreement.mail.copy.subject': 'Your copy: signed for {name}',
  'agreement.mail.copy.body':
    'Hello,\n\nthank you. You have signed: {title}.\n\nYour copy with the whole text is here when you are signed in:\n{link}',
} as const
