/** Every address of the files of pupils who move. */
export const paths = {
  all: { route: '/pupil-files', to: () => '/pupil-files' },
  add: {
    route: '/pupil-files/new',
    to: (way: 'out' | 'in', pupil?: string) =>
      `/pupil-files/new?way=${way}${pupil === undefined ? '' : `&pupil=${pupil}`}`,
  },
  one: { route: '/pupil-files/:id', to: (id: string) => `/pupil-files/${id}` },
  pdf: { route: '/pupil-files/:id/file.pdf', to: (id: string) => `/pupil-files/${id}/file.pdf` },
  archive: { route: '/pupil-files/:id/archive', to: (id: string) => `/pupil-files/${id}/archive` },
  gap: { route: '/pupil-files/missing/:id', to: (id: string) => `/pupil-files/missing/${id}` },
  receipt: {
    route: '/file-receipt/:organisation/:token',
    to: (organisation: string, token: string) => `/file-receipt/${organisation}/${token}`,
  },
} as const
