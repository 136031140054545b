import { bareChrome, type Chrome } from '#ui/page/chrome.ts'

/** The surroundings of a safeguarding lead at an invented school. */
export const sampleChrome: Chrome = {
  ...bareChrome,
  organisation: 'Larkbeck School',
  school: 'Larkbeck School',
  person: { name: 'Priya Raman', post: 'safeguarding lead', href: '#you' },
  nav: [
    { href: '#duties', label: 'My duties', count: 7, active: true },
    { href: '#incidents', label: 'Incidents', count: 2, active: false },
    { href: '#agreements', label: 'Agreements', active: false },
    { href: '#consents', label: 'Consents', active: false },
    { href: '#registers', label: 'Registers', active: false },
    { href: '#clocks', label: 'Clocks', active: false },
    { href: '#policy', label: 'Policy', active: false },
    { href: '#reports', label: 'Reports', active: false },
  ],
  csrf: 'a-token',
  policyLine: 'Policy version 3, in force since 4 September 2026',
  seal: { at: 'today at 14:31', short: '7f3a 91c0 e25d' },
  reportHref: '#report',
  signOutHref: '#sign-out',
  footerLinks: [
    { href: '#help', label: 'Help' },
    { href: '#accessibility', label: 'Accessibility' },
  ],
}
