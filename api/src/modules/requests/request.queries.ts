import type { Priority } from '@botpro/graphql/flows'
import { Forbidden } from '../../platform/errors.ts'
import { likeText, pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../platform/paging.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import { mayReadRequests } from './request.policy.ts'
import { plainText, type RequestEventKind } from './request.store.ts'

export interface RequestRow {
  id: string
  number: string
  typeKey: string
  typeId: string | null
  title: string
  fields: Record<string, unknown>
  contactId: string | null
  conversationId: string | null
  priority: Priority
  state: string
  assigneeId: string | null
  openedAt: Date
  changedAt: Date
  closedAt: Date | null
  version: number
}

export interface RequestEventRow {
  id: string
  requestId: string
  at: Date
  kind: RequestEventKind
  fromState: string | null
  toState: string | null
  note: string | null
  memberId: string | null
  assigneeId: string | null
}

export interface RequestFilter {
  isOpen?: boolean | null
  typeKey?: string | null
  state?: string | null
  priority?: Priority | null
  assigneeId?: string | null
  isUnassigned?: boolean | null
  contactId?: string | null
  search?: string | null
}

const COLUMNS = `
  r.id, r.number, r.type_key as "typeKey", r.type_id as "typeId", r.title, r.fields, r.contact_id as "contactId",
  r.conversation_id as "conversationId", r.priority, r.state, r.assignee_id as "assigneeId", r.opened_at as "openedAt",
  r.changed_at as "changedAt", r.closed_at as "closedAt", r.version`

/** A contact, and everybody who was joined with her: what was theirs stays where it is, so that it goes back with them. */
const PERSON = (contactId: string) => `(
  with recursive person (id) as (
    select ${contactId}::uuid union select c.id from contact c join person on c.merged_into = person.id where c.tenant_id = $1
  ) select id from person)`

const CONDITIONS: { [Name in keyof RequestFilter]-?: (value: NonNullable<RequestFilter[Name]>, at: string) => { sql: string; value?: unknown } } = {
  isOpen: isOpen => ({ sql: `r.closed_at is ${isOpen ? '' : 'not '}null` }),
  typeKey: (value, at) => ({ sql: `r.type_key = ${at}`, value }),
  state: (value, at) => ({ sql: `r.state = ${at}`, value }),
  priority: (value, at) => ({ sql: `r.priority = ${at}`, value }),
  assigneeId: (value, at) => ({ sql: `r.assignee_id = ${at}`, value }),
  isUnassigned: isUnassigned => ({ sql: `r.assignee_id is ${isUnassigned ? '' : 'not '}null` }),
  contactId: (value, at) => ({ sql: `r.contact_id in ${PERSON(at)}`, value }),
  search: (value, at) => ({ sql: `r.plain like ${at}`, value: likeText(plainText(value.trim())) }),
}

/** The newest first. */
export async function listRequests(unit: ReadUnit, { filter, ...args }: PageArgs & { filter?: RequestFilter | null }): Promise<Page<RequestRow>> {
  assertMayRead(unit)
  const values: unknown[] = [unit.tenantId, ...timeKeyOf(args), rowsFor(args)]
  const asked = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const conditions = asked.map(([name, given]) => {
    const { sql, value } = CONDITIONS[name as keyof RequestFilter](given as never, `$${values.length + 1}`)
    if (value !== undefined) values.push(value)
    return ` and ${sql}`
  })
  const rows = await unit.sql<RequestRow>(`requests ${asked.map(([name, value]) => (typeof value === 'boolean' ? `${name}=${value}` : name)).join(' ')}`, `
    select ${COLUMNS} from request r
    where r.tenant_id = $1 and (r.opened_at, r.id) < ($2, $3)${conditions.join('')}
    order by r.opened_at desc, r.id desc limit $4`, values)
  return pageOf(rows, args, row => [row.openedAt.toISOString(), row.id])
}

/** Loader. */
export async function loadRequests(unit: ReadUnit, ids: readonly string[]): Promise<(RequestRow | undefined)[]> {
  const rows = await unit.sql<RequestRow>('requests-by-id', `
    select ${COLUMNS} from request r where r.tenant_id = $1 and r.id = any($2::uuid[])`, [unit.tenantId, ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id))
}

/** By what people read aloud; of one contact, where somebody asks for her. */
export async function requestNumbered(unit: ReadUnit, { number, contactId = null }: { number: string; contactId?: string | null }): Promise<RequestRow | undefined> {
  return (await unit.sql<RequestRow>('request-by-number', `
    select ${COLUMNS} from request r
    where r.tenant_id = $1 and r.number = $2 and ($3::uuid is null or r.contact_id in ${PERSON('$3')})`, [unit.tenantId, number, contactId]))[0]
}

/** Loader: by the id of the request, the oldest first. */
export async function loadRequestEvents(unit: ReadUnit, ids: readonly string[]): Promise<RequestEventRow[][]> {
  const rows = await unit.sql<RequestEventRow>('request-events', `
    select id, request_id as "requestId", at, kind, from_state as "fromState", to_state as "toState", note,
      member_id as "memberId", assignee_id as "assigneeId"
    from request_event where tenant_id = $1 and request_id = any($2::uuid[]) order by at, id`, [unit.tenantId, ids])
  const byRequest = Map.groupBy(rows, row => row.requestId)
  return ids.map(id => byRequest.get(id) ?? [])
}

export function assertMayRead(unit: ReadUnit) {
  if (!mayReadRequests(unit.actor)) throw new Forbidden()
}
