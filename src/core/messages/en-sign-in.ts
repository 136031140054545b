/** Signing in and out, and what happens when somebody was signed out while typing. */
export const signIn = {
  'sign_in.title': 'Sign in',
  'sign_in.lede': 'How do you sign in? The school gave you one of these.',
  'sign_in.door.card': 'I am a pupil',
  'sign_in.door.card.says': 'With the code of your class and your own card',
  'sign_in.door.mail': 'I am a parent or carer',
  'sign_in.door.mail.says': 'With a link that we send to your mail address',
  'sign_in.door.password': 'I work here or visit',
  'sign_in.door.password.says': 'Staff, governors, volunteers and visitors: with a mail address and a password',
  'sign_in.other': 'Sign in another way',
  'sign_in.kept': 'What you typed is kept. You see it again as soon as you are signed in.',
  'sign_in.tell': 'You can also tell the school something without signing in.',
  'sign_in.tell.link': 'Tell us what happened',

  'sign_in.card.title': 'Sign in with your card',
  'sign_in.card.class': 'Code of your class',
  'sign_in.card.class.hint': 'It is on your card. It looks like K7TR4M.',
  'sign_in.card.class.required': 'Type the code of your class',
  'sign_in.card.own': 'Your own code',
  'sign_in.card.own.hint': 'It is on your card too. It looks like CHK7T-R4MWX. Big or small letters are both fine.',
  'sign_in.card.own.required': 'Type your own code',
  'sign_in.card.wrong': 'These two codes do not go together. Look at your card and type both again.',
  'sign_in.card.lost': 'If you have lost your card, ask your teacher for a new one.',

  'sign_in.mail.title': 'Sign in with a link',
  'sign_in.mail.address': 'Your mail address',
  'sign_in.mail.address.hint': 'The one that the school has. We send you a link to sign in with.',
  'sign_in.mail.required': 'Type your mail address',
  'sign_in.mail.malformed': 'Type a mail address like name@family.example',
  'sign_in.mail.send': 'Send me a link',
  'sign_in.mail.sent.title': 'Look in your mail',
  'sign_in.mail.sent.says':
    'If the school knows {address}, a message with a link is on its way to it. The link works once, for 15 minutes.',
  'sign_in.mail.sent.none':
    'Nothing came? Look among the unwanted mail, and ask the school office which address they have. You can ask for another link.',
  'sign_in.mail.sent.late':
    'Mail from the school is late today, whoever it is for. If you need to sign in now, ask the school office: they can print you a letter with a code.',
  'sign_in.mail.sent.kept': 'Open the link in this same browser. Then come back to this page and go on.',
  'sign_in.mail.sent.continue': 'I have opened the link',
  'sign_in.mail.again': 'Ask for another link',
  'sign_in.mail.subject': 'Your link to sign in to {organisation}',
  'sign_in.mail.body':
    'Open this link to sign in to {organisation}:\n\n{link}\n\nIt works once, until 15 minutes after you asked for it. If you did not ask for it, you need do nothing: nobody can sign in without this message.',

  'sign_in.mail.unsent':
    'Somebody asked for a link to sign in with, and it could not be sent: no mail server is set, or nobody can be reached at this address. Print an access letter for them.',
  'sign_in.mail.failure': 'The link was not sent.',

  'sign_in.link.title': 'Sign in with your link',
  'sign_in.link.says': 'You are one press away. Only do this if you asked for the link yourself.',
  'sign_in.link.wrong.title': 'This link does not work any more',
  'sign_in.link.wrong.says': 'A link works once, for 15 minutes. Ask for another: it takes a minute.',

  'sign_in.letter.title': 'Sign in with a letter',
  'sign_in.letter.have': 'I was handed a letter with a code',
  'sign_in.letter.code': 'The code in your letter',
  'sign_in.letter.code.hint': 'It looks like CHK7-T4MW-9XRD-3FJN. Big or small letters are both fine.',
  'sign_in.letter.required': 'Type the code in your letter',
  'sign_in.letter.wrong':
    'This code does not work. Each works once, for fourteen days, and a newer letter ends it. Look at it again, or ask the school office for another letter.',
  'sign_in.letter.only': 'Only use a letter that has your own name on it.',

  'letter.title': 'For {name}: your way in',
  'letter.parent':
    'The school asks you, as a parent or carer of {children}, to read and answer some things on its own pages: on a phone, a tablet or a computer. With this letter you sign in.',
  'letter.staff':
    'The school asks you to read and answer some things on its own pages. With this letter you sign in. Then choose a password on the page about you: it is the way in from then on.',
  'letter.scan': 'Point the camera of your phone at the picture. Or open {address} and type this code:',
  'letter.once': 'The code works once, until {until}.',
  'letter.own': 'It signs in as you. Do not give it to anybody else, and do not let a child use it.',
  'letter.lost': 'If you lose this letter, tell the school office. They print another, and this one stops working.',
  'letter.for': 'For {name} only. If this is not you, please take it back to the school office unread.',

  'sign_in.password.title': 'Sign in with a password',
  'sign_in.password.address': 'Mail address',
  'sign_in.password.address.required': 'Type your mail address',
  'sign_in.password.password': 'Password',
  'sign_in.password.password.required': 'Type your password',
  'sign_in.password.wrong': 'This address and this password do not go together. Check both.',
  'sign_in.password.forgot': 'No password yet, or forgotten?',
  'sign_in.password.forgot.says':
    'Sign in with a link that we mail to you. Then choose a password on the page about you.',

  'sign_in.too_many': 'There were too many tries. You can try again {when}.',
  'sign_in.too_many.link': 'There were too many tries. You can try again {when}, or sign in with a link.',

  'kept.title': 'We kept what you typed',
  'kept.says':
    'You were signed out before it could be sent. Nothing is lost: press the button, and it goes to where it was meant to go.',
  'kept.file': 'Only the file is missing: a browser does not keep it. Choose it again.',
  'kept.send': 'Send it now',
  'kept.drop': 'Do not send it',
  'kept.show': 'Show what you typed',
  'kept.gone.title': 'This cannot be sent any more',
  'kept.gone.says':
    'What was typed is kept for two hours, and only for the person who typed it. You are signed in, and nothing was sent.',

  'ended.title': 'Please sign in again',
  'ended.says': 'You were signed out, perhaps because some time had passed.',
  'ended.stale.title': 'Please send it once more',
  'ended.stale.says': 'This page was opened before you signed in again. What you typed is kept. Nothing was sent yet.',
  'ended.kept': 'What you typed is kept for two hours. Sign in again here, and you can send it.',
  'ended.file': 'The file is not kept. You will be asked to choose it again.',
  'ended.nothing':
    'What you sent could not be kept. If you can, go back in your browser and copy it before you sign in.',
  'ended.go': 'Sign in and go on',
  'ended.stale.go': 'Go on',

  'problem.forged':
    'This form did not come from a page that we showed to you, or somebody else has signed in since. Nothing was saved. Go back, reload the page and try again.',
} as const
