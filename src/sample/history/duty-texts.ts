/** What people write when they have done a duty, by the duty. */
export const DUTY_TEXTS: Readonly<Record<string, readonly string[]>> = {
  weekly_monitoring_report: [
    'Read. Nothing to follow up.',
    'Read. Two searches looked at with the class teacher: homework.',
    'Read. One entry followed up with the pupil and the key worker.',
  ],
  log_review: [
    'A sample of forty lines. Nothing inappropriate.',
    'A sample of sixty lines from two afternoons. One site reported to the filter.',
  ],
  governors_update: ['Written update with numbers, and ten minutes at the meeting.'],
  governor_understanding: ['All nine governors came to the briefing or watched it afterwards.'],
  password_reminder: ['Said in assembly, with the card for pupils; a mail to staff.'],
  pupil_password_change: ['All secondary classes changed their passwords in tutor time.'],
  generic_passwords: ['Changed. The new ones are in the safe.'],
  class_guidance: [
    'We read the story about the locked box and talked.',
    'What to do when something scary comes up.',
    'Kind messages: we wrote some.',
    'Who sees what I post?',
    'Stop, close, tell: with symbols.',
  ],
  details_reminder: ['Done in circle time.', 'Done, with the picture cards.', 'Done at the start of the lesson.'],
  promote_safety: ['A stall at the coffee morning.', 'A quiz for parents in the newsletter.'],
  trend_check: [
    'Mostly group chats. More of it after holidays.',
    'Quiet month. One class needs the lesson on pictures again.',
  ],
  backup_check: ['Ran, no errors.', 'Ran. Restored one file to be sure.'],
  backup_media_check: ['Encrypted, in the fireproof box, the off-site set is there.'],
  server_check: ['Room locked, rights looked at, software up to date.'],
  antivirus_off_network: ['All updated; two laptops were called in.', 'All updated.'],
  marking_review: ['Every asset looked at. Two markings changed.'],
  risk_review: ['Risks written down with owners. Senior leaders have them.'],
  leaver_accounts: ['All accounts disabled.', 'Disabled the same day. The mailbox is forwarded for a month.'],
  leaver_equipment: ['Laptop, keys and card are back.', 'Nothing was lent.'],
  tell_post_holder: ['In the newsletter and on the front page.'],
  virus_advice: ['Told them to leave the machine off. Looked at it the same hour.'],
  take_down_images: ['Two pictures taken off the web site and one out of the corridor.'],
  virus_scan_check: [
    'The test file was stopped on a laptop, a PC and a tablet, from the web, by mail and from a stick.',
  ],
  filter_check: ['Eleven sites tried. One game opened, and is blocked now.', 'Twelve sites tried, none opened.'],
  virus_warning: ['A mail to everybody with a picture of the false invoice.'],
}

/** Why a duty was late. */
export const LATE_REASONS: readonly string[] = [
  'I was off sick and nobody stood in.',
  'I did not get the list of leavers in time.',
  'It was done, but I entered it only now.',
]

/** Why a round was never done. */
export const MISSED_REASONS: readonly string[] = [
  'Nobody covered it while the person was away. The next round is in the diary of two people.',
  'It was overlooked in the week of the inspection. Nothing was found in the round after it.',
  'The system was being replaced that week, so there was nothing to look at.',
  'We noticed too late to do it again for that time. The reminder now comes a week earlier.',
]
