export type { BotAnswer, BotAnswers, BotQuestion } from './bot-answers.ts'
export type { Ground } from './written/ground.ts'
export { WrittenAnswers, type Grounds, type Ways } from './written/written-answers.ts'
