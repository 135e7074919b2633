import fc from 'fast-check'
import type { BotContent, Flow, Json } from '@botpro/graphql/flows'
import { randomContent } from '../engine/random-bot.fixture.ts'

const TRIGGERS: Record<string, Flow['triggers']> = {
  uno: [{ id: 'primero', kind: 'FIRST_MESSAGE' }],
  dos: [{ id: 'dos', kind: 'KEYWORD', words: { ES: ['dos'] } }, { id: 'e', kind: 'EVENT', event: 'e' }],
  tres: [{ id: 'urgente', kind: 'KEYWORD', words: { ES: ['urgente'] }, interrupts: true }, { id: 'quieta', kind: 'INACTIVITY', minutes: 10 }],
}

/** Any bot, with flows that begin by words, by themselves and by what happens elsewhere. */
export const randomBot: fc.Arbitrary<BotContent> = fc.tuple(randomContent, fc.subarray(Object.keys(TRIGGERS)))
  .map(([content, begun]) => ({ ...content, flows: content.flows.map(flow => (begun.includes(flow.key) ? { ...flow, triggers: TRIGGERS[flow.key]! } : flow)) }))

/** Words that leave what is under way, wherever they are said. */
export const LEAVING: ReadonlySet<string> = new Set(['menú', 'cancelar', 'ayuda', 'persona', 'empezar de nuevo', 'urgente'])

export type Happening =
  /** She writes; it is delivered as often as `copies` says, at once. */
  | { kind: 'WRITE'; text: string; optionId: string | null; copies: number }
  /** Something that she wrote before is delivered once more. */
  | { kind: 'DELIVER_AGAIN'; which: number }
  /** A system that was asked answers. */
  | { kind: 'ANSWER'; which: number; ok: boolean; data: Json }
  /** An answer that was told is brought once more. */
  | { kind: 'ANSWER_AGAIN'; which: number }
  | { kind: 'DIE' }
  /** Time goes by, and two processes look around. */
  | { kind: 'PASS'; minutes: number }
  | { kind: 'TELL'; event: string; copies: number }
  /** An agent takes it, and gives it back. */
  | { kind: 'RETURN' }
  | { kind: 'CLOSE' }

const which = fc.nat({ max: 7 })
const copies = fc.constantFrom(1, 1, 2, 3)
const write = fc.record({
  kind: fc.constant('WRITE' as const), copies,
  text: fc.constantFrom('hola', '1', '2', 'dos', 'sí', 'no', '500', '001-1391820-5', ...LEAVING),
  optionId: fc.option(fc.constantFrom('o1', 'o2', 'yes', 'skip', 'menu', '5'), { nil: null, freq: 3 }),
})

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: write },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('ANSWER' as const), which, ok: fc.boolean(), data: fc.constantFrom<Json[]>(null, true, 'texto', [{ id: 1 }], { id: 'p', url: 'https://pago.example' }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('DELIVER_AGAIN' as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('PASS' as const), minutes: fc.constantFrom(1, 5, 30, 120) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('TELL' as const), event: fc.constantFrom('e', 'f', 'payment:p'), copies }) },
  fc.record({ kind: fc.constant('ANSWER_AGAIN' as const), which }), fc.constant({ kind: 'DIE' as const }), fc.constant({ kind: 'RETURN' as const }), fc.constant({ kind: 'CLOSE' as const }),
)

/** What happens one after the other, and what of it at once; before how many of its turns the unit that does it dies. */
export interface Moment {
  together: Happening[]
  deaths: number
}

export const randomTalk = fc.record({
  content: randomBot, mayRepeat: fc.boolean(),
  // She always has something to say first.
  first: write, moments: fc.array(fc.record({ together: fc.array(happening, { minLength: 1, maxLength: 3 }), deaths: fc.constantFrom(0, 0, 0, 1, 2) }), { minLength: 1, maxLength: 10 }),
  inside: fc.array(fc.record({ ok: fc.boolean(), data: fc.constantFrom<Json[]>(null, true, [{ id: 1 }], { id: 's' }) }), { minLength: 1, maxLength: 5 }),
})

export type RandomTalk = typeof randomTalk extends fc.Arbitrary<infer Talk> ? Talk : never
