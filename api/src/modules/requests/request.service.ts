import type { Json, Priority } from '@botpro/graphql/flows'
import { LockMode } from '@mikro-orm/core'
import { memberIdOf } from '../../platform/actor.ts'
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import { loadContacts } from '../contacts/index.ts'
import { loadMembers } from '../identity/index.ts'
import { ServiceRequest } from './request.entity.ts'
import { mayAssignRequests, mayOpenRequests, mayWorkOnRequests } from './request.policy.ts'
import { listRequests, loadRequests, requestNumbered, type RequestRow } from './request.queries.ts'
import { stateNamed, statesOf } from './request-states.ts'
import { addEvent, holdCounter, nextNumber, plainText, typeByKey } from './request.store.ts'
import type { RequestState } from './request-type.entity.ts'
import { loadRequestTypes } from './request-type.queries.ts'

declare module '../../platform/news.ts' {
  interface NewsItems {
    /** It stands elsewhere now: whoever talks to the contact may tell her. */
    'request.changed': RequestChanged
  }
}

export interface RequestChanged {
  requestId: string
  number: string
  typeKey: string
  title: string
  contactId: string | null
  conversationId: string | null
  from: RequestState
  to: RequestState
}

export interface NewRequest {
  /** A key of the tenant's types; another is kept as it is. */
  type: string
  title: string
  fields?: Record<string, Json> | null
  priority?: Priority | string | null
  contactId?: string | null
  conversationId?: string | null
  /** The same again is the same request. */
  idempotencyKey?: string | null
}

const MOST_TITLE = 200
const MOST_NOTE = 2000
const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT']

/** What customers asked for, and what becomes of it. */
export class RequestService {
  /** Never refuses what a bot was told: an unknown type is a plain request, a title that is too long is cut. */
  async open(unit: Unit, { type: typeKey, title, fields, priority, contactId = null, conversationId = null, idempotencyKey = null }: NewRequest): Promise<RequestRow> {
    if (!mayOpenRequests(unit.actor)) throw new Forbidden()
    const { em, tenantId, now } = unit
    const year = await holdCounter(unit)
    const before = idempotencyKey && await em.findOne(ServiceRequest, { tenantId, idempotencyKey })
    if (before) return rowOf(unit, sameAs(before, { typeKey, contactId }))
    const type = await typeByKey(unit, typeKey)
    const number = await nextNumber(unit, year)
    const named = title.trim().slice(0, MOST_TITLE) || typeKey
    const request = em.create(ServiceRequest, {
      id: newId(now), tenantId, number, typeKey, typeId: type?.id ?? null, title: named, plain: plainText(`${number} ${named}`), fields: fieldsOf(fields),
      contactId, conversationId, priority: priorityOf(priority), state: statesOf(type)[0]!.key, assigneeId: null,
      openedAt: now, changedAt: now, closedAt: null, idempotencyKey, version: 1,
    })
    await em.flush()
    await addEvent(unit, request, { kind: 'OPENED', to: request.state, memberId: memberIdOf(unit.actor) })
    return rowOf(unit, request)
  }

  /** A person opens one: what is wrong is said. */
  async openByHand(unit: Unit, asked: NewRequest & { contactId: string }): Promise<string | InvalidInput> {
    if (!asked.title.trim() || asked.title.trim().length > MOST_TITLE) return new InvalidInput('title', `Between 1 and ${MOST_TITLE} characters.`)
    if (!await typeByKey(unit, asked.type)) return new InvalidInput('typeKey', 'There is no such type.')
    if (!(await loadContacts(unit, [asked.contactId]))[0]) throw new NotFound('The contact')
    return (await this.open(unit, asked)).id
  }

  /** By its number, as a customer says it; only what is hers, where a contact is given. */
  find(unit: ReadUnit, { number, contactId }: { number: string; contactId?: string | null }): Promise<RequestRow | undefined> {
    return requestNumbered(unit, { number: spoken(number), contactId })
  }

  /** The newest first, with those of everybody who was joined with her. */
  async ofContact(unit: ReadUnit, contactId: string, { first = 10, isOpen }: { first?: number; isOpen?: boolean } = {}): Promise<RequestRow[]> {
    return (await listRequests(unit, { first, filter: { contactId, isOpen } })).edges.map(({ node }) => node)
  }

  /** Where it stands, in words. */
  async stateOf(unit: ReadUnit, { typeId, state }: Pick<RequestRow, 'typeId' | 'state'>): Promise<RequestState> {
    const [type] = typeId ? await loadRequestTypes(unit, [typeId]) : []
    return stateNamed(statesOf(type), state)
  }

  async changeState(unit: Unit, { id, version, state, note }: { id: string; version?: number; state: string; note?: string | null }): Promise<string | ChangedMeanwhile | InvalidInput> {
    const request = await held(unit, id, mayWorkOnRequests(unit.actor))
    if (version !== undefined && request.version !== version) return new ChangedMeanwhile()
    const [type] = request.typeId ? await loadRequestTypes(unit, [request.typeId]) : []
    const states = statesOf(type)
    const [from, to] = [stateNamed(states, request.state), states.find(one => one.key === state)]
    if (!to) return new InvalidInput('state', 'There is no such state.')
    const words = checkedNote(note)
    if (words instanceof InvalidInput) return words
    if (from.key === to.key) return words ? this.#noted(unit, request, words) : request.id
    request.bringTo(to, unit.now)
    await addEvent(unit, request, { kind: 'STATE_CHANGED', from: from.key, to: to.key, note: words, memberId: memberIdOf(unit.actor) })
    await unit.em.flush()
    const { number, typeKey, title, contactId = null, conversationId = null } = request
    unit.audit({ action: 'request.state-changed', targetType: 'request', targetId: id, detail: { number, from: from.key, to: to.key } })
    await unit.tell('request.changed', { requestId: id, number, typeKey, title, contactId, conversationId, from, to })
    return request.id
  }

  async assign(unit: Unit, { id, memberId = null }: { id: string; memberId?: string | null }): Promise<string | InvalidInput> {
    const request = await held(unit, id, mayAssignRequests(unit.actor))
    if (request.assigneeId === memberId) return request.id
    const [member] = memberId ? await loadMembers(unit, [memberId]) : []
    if (memberId && !member) throw new NotFound('The member')
    if (member && (member.status !== 'ACTIVE' || member.role === 'ANALYST')) return new InvalidInput('memberId', 'This member cannot work on it.')
    request.assignTo(memberId, unit.now)
    await addEvent(unit, request, { kind: 'ASSIGNED', assigneeId: memberId, memberId: memberIdOf(unit.actor) })
    unit.audit({ action: 'request.assigned', targetType: 'request', targetId: id, detail: { number: request.number, memberId, name: member?.name ?? null } })
    await unit.em.flush()
    return request.id
  }

  async note(unit: Unit, { id, note }: { id: string; note: string }): Promise<string | InvalidInput> {
    const request = await held(unit, id, mayWorkOnRequests(unit.actor))
    const words = checkedNote(note)
    if (words instanceof InvalidInput) return words
    return words ? this.#noted(unit, request, words) : new InvalidInput('note', 'There is nothing to note.')
  }

  async #noted(unit: Unit, request: ServiceRequest, note: string): Promise<string> {
    request.noted(unit.now)
    await addEvent(unit, request, { kind: 'NOTED', note, memberId: memberIdOf(unit.actor) })
    await unit.em.flush()
    return request.id
  }
}

/** Named values; anything else says nothing. */
const fieldsOf = (fields: unknown): Record<string, Json> => (typeof fields === 'object' && fields && !Array.isArray(fields) ? fields as Record<string, Json> : {})

const priorityOf = (priority: string | null | undefined): Priority => (PRIORITIES.includes(priority ?? '') ? priority as Priority : 'NORMAL')

/** People say it with other dashes, in small letters, without its zeros. */
function spoken(number: string): string {
  const parts = /^\s*S?[\s\-–—.]*(\d{4})[\s\-–—.]*(\d{1,9})\s*$/i.exec(number)
  return parts ? `S-${parts[1]}-${parts[2]!.padStart(6, '0')}` : number.trim().toUpperCase()
}

const rowOf = async (unit: Unit, { id }: ServiceRequest): Promise<RequestRow> => (await loadRequests(unit, [id]))[0]!

function sameAs(before: ServiceRequest, { typeKey, contactId }: Pick<RequestRow, 'typeKey' | 'contactId'>): ServiceRequest {
  if (before.typeKey !== typeKey || (before.contactId ?? null) !== contactId) throw new Conflict('This key was used for another request.')
  return before
}

async function held(unit: Unit, id: string, may: boolean): Promise<ServiceRequest> {
  if (!may) throw new Forbidden()
  const request = await unit.em.findOne(ServiceRequest, { id, tenantId: unit.tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
  if (!request) throw new NotFound('The request')
  return request
}

function checkedNote(note: string | null | undefined): string | null | InvalidInput {
  const words = note?.trim() || null
  return words && words.length > MOST_NOTE ? new InvalidInput('note', `At most ${MOST_NOTE} characters.`) : words
}
