/** What people write when they have looked at a measure, by the measure: when it holds, and when it does not. */
export const MEASURE_TEXTS: Readonly<Record<string, { readonly holds: readonly string[]; readonly fails: string }>> = {
  passwords: {
    holds: [
      'The directory asks for six characters and three kinds of them.',
      'Report of the directory: as the policy says.',
    ],
    fails: 'The directory takes passwords of five characters for one group of pupils.',
  },
  first_log_on: {
    holds: ['Opened a new account: it asked for a new password at once.'],
    fails: 'An account for a supply teacher let me in with the temporary password twice.',
  },
  own_account: {
    holds: ['The list of accounts: each names one person.'],
    fails: 'One account for the front desk is used by two people.',
  },
  filtering: {
    holds: [
      'Tried six sites from a pupil laptop: all blocked.',
      'The report of the filter: the three kinds are blocked for pupils and staff.',
    ],
    fails: 'A new site for games opened on a pupil laptop.',
  },
  monitoring_agent: {
    holds: ['The console lists every pupil laptop.', 'All laptops reported in this week.'],
    fails: 'Four of the new laptops are not in the console.',
  },
  remote_monitoring: {
    holds: ['Their report for the period is here, with two alerts that we know of.'],
    fails: 'No report came this term.',
  },
  no_installation: {
    holds: ['Tried to install a program as a pupil: refused.'],
    fails: 'A program from the web ran on a pupil account.',
  },
  virus_checked: {
    holds: ['The report: all machines scan what they open.'],
    fails: 'Two laptops have not fetched their updates for a month.',
  },
  encryption: {
    holds: ['The report lists every laptop as encrypted.', 'All laptops and the two drives in use are encrypted.'],
    fails: 'One laptop of the office is not encrypted.',
  },
  remote_access: {
    holds: ['Statement of the network manager: only school laptops get in.'],
    fails: 'One own computer still has access.',
  },
  staff_email: {
    holds: ['The staff list beside the list of mailboxes: nobody is missing.'],
    fails: 'Two lunchtime supervisors have no mailbox.',
  },
  approved_email: {
    holds: ['Statement of the network manager: school business goes through the approved system.'],
    fails: 'A club still writes to parents from another system.',
  },
  email_filter: {
    holds: ['The console: filtering and logging are on.', 'The report of the filter for the period is here.'],
    fails: 'Logging was off for three days.',
  },
  email_disclaimer: {
    holds: ['Sent a mail to myself outside: the disclaimer is there.'],
    fails: 'Mail from phones goes out without the disclaimer.',
  },
  supervised_access: {
    holds: ['Class teachers say that an adult is in the room whenever pupils are online.'],
    fails: 'The library was open to pupils at lunch without an adult.',
  },
}
