import { glassPaths } from '#areas/records/index.ts'
import { incidentHome } from './home.ts'

/** Every address of the incidents. */
export const paths = {
  list: { route: '/incidents', to: (query = '') => `/incidents${query}` },
  csv: { route: '/incidents.csv', to: (query = '') => `/incidents.csv${query}` },
  print: { route: '/incidents/print', to: (query = '') => `/incidents/print${query}` },
  board: {
    route: '/incidents/board',
    to: (chart = '') => (chart === '' ? '/incidents/board' : `/incidents/board?chart=${chart}`),
  },
  trends: { route: '/incidents/trends', to: (query = '') => `/incidents/trends${query}` },
  trendsCsv: { route: '/incidents/trends.csv', to: (query = '') => `/incidents/trends.csv${query}` },
  chosen: { route: '/incidents/chosen', to: () => '/incidents/chosen' },
  open: {
    route: '/incidents/new',
    to: (concern?: string) => (concern === undefined ? '/incidents/new' : `/incidents/new?concern=${concern}`),
  },
  show: incidentHome.paths.show,
  give: { route: '/incidents/:id/give', to: (id: string) => `/incidents/${id}/give` },
  teacher: { route: '/incidents/:id/teacher', to: (id: string) => `/incidents/${id}/teacher` },
  links: { route: '/incidents/:id/links', to: (id: string) => `/incidents/${id}/links` },
  unlink: {
    route: '/incidents/:id/links/:link/end',
    to: (id: string, link: string) => `/incidents/${id}/links/${link}/end`,
  },
  chronology: { route: '/incidents/about/:person', to: (person: string) => `/incidents/about/${person}` },
  referral: { route: '/incidents/:id/referral', to: (id: string) => `/incidents/${id}/referral` },
  referralPdf: { route: '/incidents/:id/referral.pdf', to: (id: string) => `/incidents/${id}/referral.pdf` },
  followUp: { route: '/incidents/:id/follows', to: (id: string) => `/incidents/${id}/follows` },
  support: { route: '/incidents/:id/support', to: (id: string) => `/incidents/${id}/support` },
  notes: { route: '/notes', to: () => '/notes' },
  glass: glassPaths.all,
  note: { route: '/notes/:id', to: (id: string) => `/notes/${id}` },
} as const
