/** The name of a duty that a school drew from a case: no policy declares it. */
export const CASE_DUTY = 'case/follow_up'
