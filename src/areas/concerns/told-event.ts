/** What happens when somebody tells: the event of the pack's rules. */
export const TOLD = 'record/concern#opened'
