/** Posts whose holders look after the school's records and so may bring a roster in. */
export const IMPORTERS: readonly string[] = [
  'administrator',
  'head',
  'deputy_head',
  'business_manager',
  'network_manager',
  'school_office',
  'ict_support',
]

/** Whether somebody with these posts may import a roster. */
export const mayImport = (posts: readonly string[]): boolean => posts.some((post) => IMPORTERS.includes(post))
