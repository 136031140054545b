/** Every address of the agreements. */
export const paths = {
  mine: { route: '/agreements/mine', to: (query = '') => `/agreements/mine${query}` },
  sign: {
    route: '/agreements/mine/:id',
    to: (id: string, query = '') => `/agreements/mine/${id}${query}`,
  },
  signed: { route: '/agreements/mine/:id/signed', to: (id: string) => `/agreements/mine/${id}/signed` },
  takeBack: { route: '/agreements/mine/:id/back', to: (id: string) => `/agreements/mine/${id}/back` },
  heardBack: { route: '/agreements/requests/:id/back', to: (id: string) => `/agreements/requests/${id}/back` },
  overview: { route: '/agreements', to: (query = '') => `/agreements${query}` },
  surveys: { route: '/agreements/surveys', to: () => '/agreements/surveys' },
  csv: { route: '/agreements.csv', to: (query = '') => `/agreements.csv${query}` },
  remind: { route: '/agreements/remind', to: () => '/agreements/remind' },
  classes: { route: '/agreements/classes', to: (query = '') => `/agreements/classes${query}` },
  print: { route: '/agreements/print', to: (query = '') => `/agreements/print${query}` },
  classesPrint: { route: '/agreements/classes/print', to: (query = '') => `/agreements/classes/print${query}` },
  classesChosen: { route: '/agreements/classes/chosen', to: () => '/agreements/classes/chosen' },
  class: { route: '/agreements/classes/:id', to: (id: string, query = '') => `/agreements/classes/${id}${query}` },
  classSlips: {
    route: '/agreements/classes/:id/slips',
    to: (id: string, query = '') => `/agreements/classes/${id}/slips${query}`,
  },
  slip: { route: '/agreements/requests/:id/slip', to: (id: string) => `/agreements/requests/${id}/slip` },
  slipPrint: {
    route: '/agreements/requests/:id/slip/print',
    to: (id: string) => `/agreements/requests/${id}/slip/print`,
  },
  classSlipsPrint: {
    route: '/agreements/classes/:id/slips/print',
    to: (id: string, query = '') => `/agreements/classes/${id}/slips/print${query}`,
  },
  here: {
    route: '/agreements/requests/:id/here/:signer',
    to: (id: string, signer: string) => `/agreements/requests/${id}/here/${signer}`,
  },
  person: { route: '/agreements/people/:id', to: (id: string) => `/agreements/people/${id}` },
  changed: { route: '/agreements/people/:id/changed', to: (id: string) => `/agreements/people/${id}/changed` },
  signature: { route: '/agreements/signatures/:id', to: (id: string) => `/agreements/signatures/${id}` },
  certificate: {
    route: '/agreements/signatures/:id/certificate.pdf',
    to: (id: string) => `/agreements/signatures/${id}/certificate.pdf`,
  },
  links: { route: '/agreements/of-record/:id', to: (id: string) => `/agreements/of-record/${id}` },
  link: {
    route: '/answer/:organisation/:token',
    to: (organisation: string, token: string) => `/answer/${organisation}/${token}`,
  },
  access: { route: '/api/access/:person', to: (person: string) => `/api/access/${person}` },
} as const
