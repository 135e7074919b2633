import { z } from 'zod'
import { Flow } from './flow.ts'
import { FlowTest } from './test.ts'
import { Key, Language, LocalText, LocalWords, Name } from './values.ts'

/** Words that work everywhere, whatever is being asked. */
export const GlobalWords = z.strictObject({ menu: LocalWords, help: LocalWords, person: LocalWords, cancel: LocalWords, restart: LocalWords })

export const BotSettings = z.strictObject({
  languages: z.array(Language).min(1),
  words: GlobalWords,
  /** Shown by the word “menu”, after the greeting, and when nothing else is to be said. */
  mainFlow: Key.optional(),
  /** Begun by the word for a person, and where a run cannot go on; without it the conversation goes to the queue with the texts below. */
  handOffFlow: Key.optional(),
  texts: z.strictObject({
    help: LocalText, cancelled: LocalText, notUnderstood: LocalText,
    /** When something of ours failed; a person takes over. */
    trouble: LocalText, handOff: LocalText, outOfHours: LocalText,
  }),
  /** Whether a question in the middle of a flow is answered from Q&A, and the flow goes on where it was. */
  answersInBetween: z.boolean().optional(),
})

/** Everything that a version of a bot is. */
export const BotContent = z.strictObject({ settings: BotSettings, flows: z.array(Flow).max(200), tests: z.array(FlowTest).max(500) })

/** A bot in one file, to be kept, compared and carried elsewhere. Secrets and people are never in it. */
export const BotFile = z.strictObject({ format: z.literal('botpro.bot/1'), name: Name, description: z.string().max(1000).optional(), ...BotContent.shape })

export type GlobalWords = z.infer<typeof GlobalWords>
export type GlobalWord = keyof GlobalWords
export type BotSettings = z.infer<typeof BotSettings>
export type BotContent = z.infer<typeof BotContent>
export type BotFile = z.infer<typeof BotFile>
