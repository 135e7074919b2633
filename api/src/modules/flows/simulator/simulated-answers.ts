import { randomUUID } from 'node:crypto'
import type { Json, Recording } from '@botpro/graphql/flows'
import { systemActor } from '../../../platform/actor.ts'
import type { Units } from '../../../platform/units.ts'
import { appointmentFind, type AppointmentService } from '../../appointments/index.ts'
import type { Connectors } from '../../connectors/index.ts'
import type { BotAnswers, BotQuestion } from '../../knowledge/index.ts'
import type { InsideRequest, OutsideRequest, RequestResult } from '../engine/request.ts'
import { askedOf, RecordedAnswers } from '../testing/recorded-answers.ts'
import { madeUpAppointment } from './made-up-appointment.ts'

type Asked = { id: string } & (InsideRequest | OutsideRequest)

export interface SimulatedAsking {
  connector: string
  operation: string
  input: Record<string, Json>
  answer: { data: Json } | { error: { code: string; status?: number; message: string } }
  from: 'RECORDED' | 'SYSTEM' | 'MADE_UP'
  milliseconds: number
}

export interface SimulatedAnswersParts {
  units: Pick<Units, 'read'>
  connectors: Pick<Connectors, 'call'>
  appointments: AppointmentService
  answers: BotAnswers
  perf?: { now(): number }
}

export interface Simulated {
  tenantId: string
  isLive: boolean
  recordings: Recording[]
  speaking: Pick<BotQuestion, 'language' | 'channel'>
}

/** For all that is asked in one step of a simulation, in milliseconds: somebody waits before the screen. */
const MOST_MS = 20_000

/** Answers in a simulation. Systems are asked where it is wanted, and always outside of any unit; what would be a deed of the house's is made up. */
export class SimulatedAnswers {
  readonly asked: SimulatedAsking[] = []
  readonly #parts: SimulatedAnswersParts
  readonly #simulated: Simulated
  readonly #recorded: RecordedAnswers
  readonly #perf: { now(): number }
  readonly #until: number

  constructor(parts: SimulatedAnswersParts, simulated: Simulated) {
    this.#parts = parts
    this.#simulated = simulated
    this.#recorded = new RecordedAnswers(simulated)
    this.#perf = parts.perf ?? performance
    this.#until = this.#perf.now() + MOST_MS
  }

  async answer(request: Asked, now: Date): Promise<RequestResult> {
    // Nobody is asked: it is only counted, and not here.
    if (request.kind === 'CHECK_KNOWN') return { ok: true, data: request.isRight }
    const began = this.#perf.now()
    const { result, from } = await this.#answer(request, now)
    const { connector, operation, input } = askedOf(request)
    const answer = result.ok ? { data: result.data } : { error: { code: result.code, message: result.message, ...result.status !== undefined && { status: result.status } } }
    this.asked.push({ connector, operation, input, answer, from, milliseconds: Math.round(this.#perf.now() - began) })
    return result
  }

  async #answer(request: Asked, now: Date): Promise<{ result: RequestResult; from: SimulatedAsking['from'] }> {
    if (this.#recorded.has(request)) return { result: this.#recorded.answer(request), from: 'RECORDED' }
    const really = await this.#ask(request, now)
    if (really) return { result: really, from: 'SYSTEM' }
    const made = request.kind === 'APPOINTMENT' ? madeUpAppointment(request) : undefined
    if (made) return { result: made, from: 'MADE_UP' }
    return { result: this.#recorded.answer(request), from: request.kind === 'CALL' ? 'RECORDED' : 'MADE_UP' }
  }

  /** What changes nothing of the house's is really read. */
  async #ask(request: Asked, now: Date): Promise<RequestResult | undefined> {
    const { isLive, tenantId } = this.#simulated
    if (request.kind === 'CALL') return isLive ? this.#call(request) : undefined
    const { units, appointments } = this.#parts
    if (request.kind === 'ANSWER') return { ok: true, data: await this.#knowledge(request.question) }
    if (request.kind !== 'APPOINTMENT' || request.action !== 'FIND' || !isLive) return undefined
    await using unit = units.read({ tenantId, actor: systemActor(tenantId), now })
    return appointmentFind(appointments, unit, request)
  }

  async #call({ connector, operation, input }: Extract<OutsideRequest, { kind: 'CALL' }>): Promise<RequestResult> {
    const budgetMs = Math.floor(this.#until - this.#perf.now())
    if (budgetMs <= 0) return { ok: false, code: 'TIMEOUT', message: `A simulation waits ${MOST_MS / 1000} seconds at most.` }
    const { tenantId } = this.#simulated
    const result = await this.#parts.connectors.call({ tenantId }, { connector, operation, input, idempotencyKey: `simulation-${randomUUID()}`, budgetMs })
    if (result.ok) return { ok: true, data: result.data }
    const { code, message, status } = result
    return { ok: false, code, message, ...status !== undefined && { status } }
  }

  async #knowledge(text: string): Promise<Json> {
    const { tenantId, speaking } = this.#simulated
    const { units, answers } = this.#parts
    await using unit = units.read({ tenantId, actor: systemActor(tenantId) })
    return await answers.hasAny(unit) ? (await answers.forBot(unit, { text, ...speaking }))?.text ?? null : null
  }
}
