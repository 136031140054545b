/** The addresses of consultation, approval and versions beside those that a draft has. */
export const paths = {
  /** What those who are asked read, and where they say what they think of it. */
  consultation: {
    route: '/policy/consultations/:draft',
    to: (draft: string, query = '') => `/policy/consultations/${draft}${query}`,
  },
  comment: {
    route: '/policy/consultations/:draft/comments',
    to: (draft: string) => `/policy/consultations/${draft}/comments`,
  },
  changeComment: {
    route: '/policy/consultations/:draft/comments/:comment',
    to: (draft: string, comment: string) => `/policy/consultations/${draft}/comments/${comment}`,
  },
  answerComment: {
    route: '/policy/drafts/:draft/comments/:comment/answer',
    to: (draft: string, comment: string) => `/policy/drafts/${draft}/comments/${comment}/answer`,
  },
  closeConsultation: {
    route: '/policy/drafts/:draft/consultation/close',
    to: (draft: string) => `/policy/drafts/${draft}/consultation/close`,
  },
  offer: {
    route: '/policy/drafts/:draft/approval/offer',
    to: (draft: string) => `/policy/drafts/${draft}/approval/offer`,
  },
  withdraw: {
    route: '/policy/drafts/:draft/publish/withdraw',
    to: (draft: string) => `/policy/drafts/${draft}/publish/withdraw`,
  },
  /** Every version, and when the policy is to be reviewed. */
  life: { route: '/policy/life', to: () => '/policy/life' },
  reviewed: { route: '/policy/life/reviewed', to: () => '/policy/life/reviewed' },
  sooner: { route: '/policy/life/sooner', to: () => '/policy/life/sooner' },
  version: { route: '/policy/versions/:number', to: (number: number) => `/policy/versions/${number}` },
  changes: {
    route: '/policy/versions/:number/changes',
    to: (number: number, other?: number) =>
      `/policy/versions/${number}/changes${other === undefined ? '' : `?with=${other}`}`,
  },
} as const

/** Where else the pages lead. */
export const elsewhere = {
  text: '/policy',
  drafts: '/policy/drafts',
  clause: (clause: string) => `/policy/clauses/${encodeURIComponent(clause)}`,
} as const
