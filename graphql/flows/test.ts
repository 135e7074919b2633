import { z } from 'zod'
import { ChannelKind, Id, Json, Key, Language, Name, Path } from './values.ts'

/** What must have come since the contact's line before; all of it. */
const Expectation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('SAYS'), text: z.string().min(1).max(4096), match: z.enum(['CONTAINS', 'EQUALS', 'NOT_CONTAINS']) }),
  z.strictObject({ kind: z.literal('OFFERS'), option: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('VARIABLE'), path: Path, equals: Json }),
  z.strictObject({ kind: z.literal('AT_STEP'), flow: Key, step: Id }),
  z.strictObject({ kind: z.literal('CALLS'), connector: Key, operation: Key, input: z.record(z.string(), Json).optional() }),
  z.strictObject({ kind: z.literal('HANDS_OFF'), queue: z.string().optional() }),
  z.strictObject({ kind: z.literal('ENDS'), outcome: z.string().optional() }),
])

const Line = z.discriminatedUnion('kind', [
  /** The contact writes, taps (`option` by its id or by what it says), sends a file or a place. `understood` stands for ELENA's reading. */
  z.strictObject({
    kind: z.literal('CONTACT'), text: z.string().max(4096).optional(), option: z.string().max(200).optional(),
    file: z.strictObject({ name: z.string().max(200), type: z.string().max(100) }).optional(),
    location: z.strictObject({ latitude: z.number(), longitude: z.number() }).optional(),
    understood: z.strictObject({ intent: z.string().max(60), entities: z.record(z.string(), Json).optional() }).optional(),
    /** What Q&A answers here. */
    answer: z.string().max(4096).optional(),
  }),
  z.strictObject({ kind: z.literal('EVENT'), event: Key, data: Json.optional() }),
  z.strictObject({ kind: z.literal('TIME_PASSES'), minutes: z.int().min(1).max(60 * 24 * 60) }),
  z.strictObject({ kind: z.literal('AGENT_RETURNS') }),
  z.strictObject({ kind: z.literal('EXPECT'), that: z.array(Expectation).min(1).max(20) }),
])

/** What a system answers in a test, so that no test asks a real one. The first that fits an input is taken; `once` only once. */
const Recording = z.strictObject({
  connector: Key, operation: Key, input: z.record(z.string(), Json).optional(), once: z.boolean().optional(),
  answer: z.union([
    z.strictObject({ data: Json }),
    z.strictObject({ error: z.strictObject({ code: z.string().max(60), status: z.int().optional(), message: z.string().max(500).optional() }) }),
  ]),
})

/** A conversation as it should go. */
export const FlowTest = z.strictObject({
  key: Key,
  name: Name,
  /** Begun at once; where it is left out, by the first line. */
  flow: Key.optional(),
  channel: ChannelKind,
  language: Language,
  /** When it plays; the clock moves by TIME_PASSES alone. */
  at: z.iso.datetime().optional(),
  /** Whether people work while it plays; they do where it is left out. */
  hours: z.enum(['OPEN', 'CLOSED']).optional(),
  contact: z.strictObject({ name: z.string().max(200).optional(), phone: z.string().max(30).optional(), email: z.string().max(200).optional(), attributes: z.record(z.string(), Json).optional() }).optional(),
  lines: z.array(Line).min(1).max(200),
  recordings: z.array(Recording).max(200),
})

export type FlowTest = z.infer<typeof FlowTest>
export type TestLine = z.infer<typeof Line>
export type Expectation = z.infer<typeof Expectation>
export type Recording = z.infer<typeof Recording>
