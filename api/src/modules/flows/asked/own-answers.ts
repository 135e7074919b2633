import { randomInt } from 'node:crypto'
import type { Json, Language } from '@botpro/graphql/flows'
import type { Unit } from '../../../platform/unit.ts'
import { appointmentAnswer, type AppointmentService } from '../../appointments/index.ts'
import type { CodeMessage } from '../../channels/index.ts'
import { phoneNumber } from '../../contacts/index.ts'
import type { BotAnswers } from '../../knowledge/index.ts'
import type { RequestService } from '../../requests/index.ts'
import type { InsideRequest, RequestResult } from '../engine/request.ts'
import type { Asking, InsideRequests } from '../run/inside-requests.ts'
import { codeMail, codeText } from './code-mail.ts'
import { mayAskForCode, takeKnownAnswer } from './code-limits.ts'
import { keepCode, tryCode } from './codes.store.ts'
import { lookUpRequest, REQUESTS } from './request-look-up.ts'

interface Parts {
  answers: BotAnswers
  requests: RequestService
  appointments: AppointmentService
  /** Codes on other ways than by mail. */
  codes: CodeSending
  chance?: (below: number) => number
}

export interface CodeSending {
  /** False where the tenant has no channel for it. */
  send(unit: Unit, message: CodeMessage): Promise<boolean>
}

/** What runs ask of the house itself, answered in their unit. */
export class OwnAnswers implements InsideRequests {
  readonly #parts: Parts
  readonly #chance: (below: number) => number

  constructor({ chance = below => randomInt(below), ...parts }: Parts) {
    this.#parts = parts
    this.#chance = chance
  }

  async answer(unit: Unit, request: { id: string } & InsideRequest, asking: Asking): Promise<RequestResult> {
    const { runId, contactId, conversationId } = asking
    const key = `${runId}:${request.id}`
    switch (request.kind) {
      case 'ANSWER': return { ok: true, data: await this.#knowledge(unit, request.question, conversationId) }
      case 'LOOK_UP':
        if (request.table !== REQUESTS) return { ok: false, code: 'NO_TABLE', message: `There is no table “${request.table}”.` }
        return lookUpRequest(this.#parts.requests, unit, { where: request.where, contactId, language: await languageOf(unit, conversationId) })
      case 'SEND_CODE': return this.#sendCode(unit, request, asking)
      case 'CHECK_CODE': return { ok: true, data: await tryCode(unit, { runId, code: request.code }) }
      case 'CHECK_KNOWN': {
        const taken = await takeKnownAnswer(unit, { contactId, expected: request.expected, isRight: request.isRight })
        return taken === 'TOO_MANY' ? { ok: false, code: 'TOO_MANY_TRIES', message: 'Too many answers were wrong in a short time.' } : { ok: true, data: taken === 'RIGHT' }
      }
      case 'APPOINTMENT':
        return appointmentAnswer(this.#parts.appointments, unit, { ...request, id: key }, { contactId, language: await languageOf(unit, conversationId) })
      case 'OPEN_REQUEST': {
        const { type, title, fields, priority } = request
        const { number } = await this.#parts.requests.open(unit, { type, title, fields, priority, contactId, conversationId, idempotencyKey: key })
        return { ok: true, data: number }
      }
    }
  }

  async #knowledge(unit: Unit, text: string, conversationId: string): Promise<Json> {
    const { answers } = this.#parts
    if (!await answers.hasAny(unit)) return null
    const [place] = await unit.sql<{ language: Language; kind: Parameters<BotAnswers['forBot']>[1]['channel'] }>('flow-knowledge-place', PLACE, [unit.tenantId, conversationId])
    if (!place) return null
    return (await answers.forBot(unit, { text, language: place.language, channel: place.kind }))?.text ?? null
  }

  async #sendCode(unit: Unit, { via, to, minutes, attempts }: Extract<InsideRequest, { kind: 'SEND_CODE' }>, { runId, conversationId, contactId }: Asking): Promise<RequestResult> {
    if (!await mayAskForCode(unit, { contactId, address: via === 'EMAIL' ? to.trim().toLowerCase() : phoneNumber(to) ?? to })) return { ok: false, code: 'TOO_MANY_CODES', message: 'Too many codes were asked for in a short time.' }
    const code = String(this.#chance(1_000_000)).padStart(6, '0')
    await keepCode(unit, { runId, code, minutes, attempts })
    const language = await languageOf(unit, conversationId)
    if (via === 'EMAIL') unit.enqueue('mail.send', codeMail({ to, code, minutes, language }))
    else if (!await this.#parts.codes.send(unit, {
      via, to, code, language, conversationId, until: new Date(unit.now.getTime() + minutes * 60_000), words: shown => codeText({ code: shown, minutes, language }),
    })) return { ok: false, code: 'NO_CHANNEL', message: `Nothing of the company’s sends codes by ${via}.` }
    return { ok: true, data: null }
  }
}

const PLACE = `
  select c.language, a.kind from conversation c join channel_account a on a.tenant_id = c.tenant_id and a.id = c.channel_account_id
  where c.tenant_id = $1 and c.id = $2`

async function languageOf(unit: Unit, conversationId: string): Promise<Language> {
  return (await unit.sql<{ language: Language }>('flow-knowledge-place', PLACE, [unit.tenantId, conversationId]))[0]?.language ?? 'ES'
}
