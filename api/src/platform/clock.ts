/** Time comes in as an argument: the app has one clock, a test brings its own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
