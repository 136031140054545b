import { z } from 'zod'

/** The form around the list: what was ticked, what is done with it, and where one was. */
export const chosenBody = z.object({
  ids: z
    .union([z.uuid(), z.array(z.uuid()).max(100)])
    .optional()
    .transform((ids) => [ids ?? []].flat()),
  do: z.enum(['settle', 'csv', 'print']),
  back: z
    .string()
    .regex(/^(\?[\w%=&.*+-]{0,2400})?$/)
    .catch(''),
})
