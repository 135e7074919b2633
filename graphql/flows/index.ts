/**
 * The format of bots and their flows: what the studio draws, the API keeps and runs, and a file carries. As the SDL is for
 * operations, this is the truth for both; its JSON Schema is published at `/schemas/bot.json`.
 */
export * from './bot.ts'
export * from './defaults.ts'
export * from './exits.ts'
export * from './flow.ts'
export * from './steps.ts'
export * from './test.ts'
export * from './values.ts'
