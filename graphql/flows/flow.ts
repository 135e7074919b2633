import { z } from 'zod'
import { Step } from './steps.ts'
import { Condition, Id, Json, Key, LocalWords, Name, VariableName } from './values.ts'

export const VariableType = z.enum(['TEXT', 'NUMBER', 'MONEY', 'DATE', 'TIME', 'DATE_TIME', 'YES_NO', 'LIST', 'OBJECT', 'FILE', 'LOCATION'])

export const Variable = z.strictObject({
  name: VariableName,
  type: VariableType,
  /** FLOW: gone when the flow ends. CONVERSATION: the same for every flow of the bot that declares it, until the conversation is closed. */
  scope: z.enum(['FLOW', 'CONVERSATION']),
  /** IN is given by whoever starts the flow, OUT is given back. */
  passed: z.enum(['IN', 'OUT', 'IN_OUT']).optional(),
  /** Of what is given: whoever starts the flow may leave it out. */
  optional: z.boolean().optional(),
  initial: Json.optional(),
  /** Of a person: masked in tests, in figures and in logs. */
  personal: z.boolean().optional(),
  note: z.string().max(300).optional(),
})

/** Begins its flow even where the one under way could take her words: an emergency waits for no answer. */
const interrupts = z.boolean().optional()

/**
 * What begins a flow. Of several that fit the most telling wins: a link, a button, a message that is a keyword and nothing more, an
 * intent, a keyword within a longer message, then the hours and the first message. Who writes “saldo” asked for just that; within a
 * sentence ELENA, who read all of it, knows better than one word. Of the same kind the first wins, in the order of the bot's flows
 * and of their triggers.
 */
export const Trigger = z.discriminatedUnion('kind', [
  /** The first words of a conversation, whatever they are. */
  z.strictObject({ id: Id, kind: z.literal('FIRST_MESSAGE'), when: Condition.optional() }),
  /** What ELENA understood. Its entities become variables of the same name. */
  z.strictObject({ id: Id, kind: z.literal('INTENT'), intent: z.string().min(1).max(60), interrupts, when: Condition.optional() }),
  /** One of these words or phrases stands in the message, however it is written. */
  z.strictObject({ id: Id, kind: z.literal('KEYWORD'), words: LocalWords, interrupts, when: Condition.optional() }),
  /** A button of some other message of the bot's was tapped, however long ago. */
  z.strictObject({ id: Id, kind: z.literal('OPTION'), option: Id, when: Condition.optional() }),
  /** She came by a link or a QR code of this name. */
  z.strictObject({ id: Id, kind: z.literal('LINK'), link: Name, when: Condition.optional() }),
  /** Another system said so through the API. */
  z.strictObject({ id: Id, kind: z.literal('EVENT'), event: Key, when: Condition.optional() }),
  /** She has not answered the bot for so long. */
  z.strictObject({ id: Id, kind: z.literal('INACTIVITY'), minutes: z.int().min(1).max(60 * 24), when: Condition.optional() }),
  /** She wrote while nobody works. */
  z.strictObject({ id: Id, kind: z.literal('OUT_OF_HOURS'), when: Condition.optional() }),
])

export const Flow = z.strictObject({
  key: Key,
  name: Name,
  description: z.string().max(1000).optional(),
  variables: z.array(Variable).max(200),
  triggers: z.array(Trigger).max(50),
  /** Where it begins. */
  start: Id,
  steps: z.array(Step).min(1).max(1000),
})

export type VariableType = z.infer<typeof VariableType>
export type Variable = z.infer<typeof Variable>
export type Trigger = z.infer<typeof Trigger>
export type Flow = z.infer<typeof Flow>
