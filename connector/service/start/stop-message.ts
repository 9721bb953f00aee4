/** What a parent sends over the channel to ask a child to stop. */
export const stopMessage = 'stop'
