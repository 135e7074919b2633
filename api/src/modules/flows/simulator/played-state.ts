import { ChannelKind, Id, Key, Language, type Json } from '@botpro/graphql/flows'
import { z } from 'zod'
import { InvalidInput } from '../../../platform/refusal.ts'
import { problemsOf } from '../bots/format-problems.ts'
import type { CompiledBot } from '../engine/compiled.ts'
import { PLAYED_VERSION, type PlayedState } from '../testing/player.ts'
import { sizeProblem } from './bounded.ts'

const MOST_CHARACTERS = 500_000

const Anything = z.json() as z.ZodType<Json>
const Values = z.record(z.string().max(200), Anything)
const Instant = z.iso.datetime()
const Text = z.string().max(4096)
const Count = z.int().min(0).max(1_000_000)

const Heard = z.strictObject({
  text: Text, optionId: z.string().max(200).nullable(), files: z.array(z.strictObject({ id: z.string(), name: z.string(), type: z.string() })).max(20),
  location: z.strictObject({ latitude: z.number(), longitude: z.number(), name: z.string().optional() }).nullable(),
  intent: z.strictObject({ name: z.string(), confidence: z.number() }).nullable(), entities: Values, aside: z.string().nullable(),
})

const Waiting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('CONTACT') }),
  z.strictObject({ kind: z.literal('REQUEST'), requestId: z.string().max(200) }),
  z.strictObject({ kind: z.literal('TIME'), until: Instant.nullable(), event: z.string().max(200).nullable(), mayWrite: z.boolean() }),
  z.strictObject({ kind: z.literal('AGENT') }),
])

const RunState = z.strictObject({
  frames: z.array(z.strictObject({ flow: Key, step: Id, vars: Values, progress: Values })).max(50),
  shared: Values, waiting: Waiting.nullable(), shown: z.array(z.string().max(60)).max(20).optional(),
  error: z.strictObject({ code: z.string(), message: z.string(), status: z.number().nullable() }).nullable(),
  trigger: z.strictObject({ kind: z.string().max(60), id: z.string().max(60).nullable(), data: Anything }), requests: Count, unheard: Count,
})

const Run = z.strictObject({
  id: z.string().max(60), botVersionId: z.literal(PLAYED_VERSION), place: z.enum(['FOREGROUND', 'PARKED', 'BACKGROUND']), state: RunState,
  pending: z.array(Heard).max(50), wakeAt: Instant.nullable(), nudgeAt: Instant.nullable(), event: z.string().max(200).nullable(), restedAt: Instant, startedAt: Instant,
})

const Played = z.strictObject({
  now: Instant, channel: ChannelKind, language: Language, timeZone: z.literal('America/Santo_Domingo'), hoursOpen: z.boolean(),
  contact: z.strictObject({
    id: z.string().max(60), name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable(), verified: z.boolean(), attributes: Values,
  }),
  tags: z.array(z.string()).max(200), link: z.string().nullable(), runs: z.array(Run).max(50),
  isOpened: z.boolean(), isHandedOff: z.boolean(), isClosed: z.boolean(),
})

/** A simulation that comes back from a browser, where anybody may have changed it. */
export function readState(state: unknown): PlayedState | InvalidInput {
  const problem = sizeProblem(state, 'state', MOST_CHARACTERS)
  if (problem) return problem
  const read = Played.safeParse(state)
  if (read.success) return read.data
  const { path, message } = problemsOf(read.error)[0]!
  return new InvalidInput(path ? `state.${path}` : 'state', message)
}

/** Whether all that is under way is still there: drafts change while somebody plays. */
export const fits = ({ runs }: PlayedState, bot: CompiledBot): boolean =>
  runs.every(({ state }) => state.frames.every(({ flow, step }) => bot.flows.get(flow)?.steps.has(step) === true))
