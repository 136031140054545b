/** Notices and the mail that goes with them. Mail never says what it is about: others may hold the phone. */
export const notices = {
  'notice.mail.waiting.subject': 'Something is waiting for you in Kept',
  'notice.mail.waiting.body':
    'Hello,\n\nsomething is waiting for you in Kept. Please sign in and open your notices.\n\nFor everybody’s privacy this mail does not say what it is.',
  'notice.mail.urgent.subject': 'Please look in Kept now',
  'notice.mail.urgent.body':
    'Hello,\n\nsomething that cannot wait is waiting for you in Kept. Please sign in and open your notices now.\n\nFor everybody’s privacy this mail does not say what it is.',
  'letter.mail.subject': 'The school has written you a letter',
  'letter.mail.body':
    'Hello,\n\nthe school has written you a letter. Please sign in to Kept and open Letters to read it.\n\nFor everybody’s privacy this mail does not say what it is about.',
} as const
