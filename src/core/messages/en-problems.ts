/** Error pages, in plain words: what happened, whether anything was lost, what to do. */
export const problems = {
  'problem.400.title': 'We could not read that',
  'problem.400.says':
    'Something in the address or the form did not make sense to us. Nothing was saved. Go back and try again.',
  'problem.401.title': 'Please sign in again',
  'problem.401.says': 'You were signed out, perhaps because some time had passed. What you typed is kept: it is below.',
  'problem.403.title': 'This page is not for you',
  'problem.403.says':
    'You are signed in, and this page is meant for other people at the school. If you think that is wrong, ask the school office.',
  'problem.404.title': 'We cannot find this page',
  'problem.404.says':
    'It may have been moved, or you may not be one of the people who can see it. Check the address, or start again from the first page.',
  'problem.409.title': 'That is not possible now',
  'problem.409.says':
    'Something has changed since you opened the page. Nothing was lost. Go back, look again and decide then.',
  'problem.413.title': 'That is too large',
  'problem.413.says':
    'The file or text is larger than we can take. Nothing was saved. Send a smaller one, or ask the school office for another way.',
  'problem.429.title': 'Too many tries',
  'problem.429.says':
    'There were many requests in a short time. Wait a minute and try again. If you are in danger now, call 999.',
  'problem.500.title': 'Something went wrong on our side',
  'problem.500.says':
    'It is not your fault. Nothing of what you sent was saved. Please try again in a few minutes. If you are in danger now, call 999.',
  'problem.503.title': 'Kept is not ready',
  'problem.503.says':
    'The program is starting or being looked after. Try again in a minute. If you are in danger now, call 999.',
  'problem.home': 'Go to the first page',
} as const
