export type { BotAnswer, BotAnswers, BotQuestion } from './bot-answers.ts'
