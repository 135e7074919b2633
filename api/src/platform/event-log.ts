import type pg from 'pg'
import { CursorTooOld, eventCursor, type Position } from './event-cursor.ts'
import type { ReadUnit, Unit } from './unit.ts'

export interface NewLogEvent {
  kind: string
  conversationId?: string
  subjectId?: string
  /** Small facts that are no personal data: readers load the present state by the ids. */
  detail?: object
}

export interface LogEvent extends NewLogEvent {
  seq: number
  cursor: string
  at: Date
}

/** The state of a tenant's log at the moment of a read, with the events after the cursor that was asked for. */
export interface LogPage {
  epoch: string
  lastSeq: number
  floorSeq: number
  events: LogEvent[]
}

// Without a cursor row `base` is null, and “not null” of seq refuses the whole statement.
const APPEND = `
  with cursor as (
    update event_cursor set last_seq = last_seq + $2 where tenant_id = $1 returning last_seq - $2 as base
  )
  insert into event_log (tenant_id, seq, at, kind, conversation_id, subject_id, detail)
  select $1, (select base from cursor) + n, $3, kind, conversation_id, subject_id, detail
  from unnest($4::text[], $5::uuid[], $6::uuid[], $7::jsonb[]) with ordinality
    as event (kind, conversation_id, subject_id, detail, n)
  returning seq`

/** The statement that gives each event its number; to be the last one of a transaction, for it locks the tenant's log. */
export function appendEvents(tenantId: string, now: Date, events: NewLogEvent[]): pg.QueryConfig {
  const detail = events.map(event => (event.detail ? JSON.stringify(event.detail) : null))
  return {
    name: 'event-log-append',
    text: APPEND,
    values: [
      tenantId,
      events.length,
      now,
      events.map(event => event.kind),
      events.map(event => event.conversationId ?? null),
      events.map(event => event.subjectId ?? null),
      detail,
    ],
  }
}

// One statement, so that the floor and the rows belong to the same moment.
const READ = `
  select c.epoch, c.last_seq, c.floor_seq, e.seq, e.at, e.kind, e.conversation_id, e.subject_id, e.detail
  from event_cursor c left join lateral (
    select * from event_log where tenant_id = c.tenant_id and seq > $2 order by seq limit $3
  ) e on true
  where c.tenant_id = $1 order by e.seq`

interface Row {
  epoch: string
  last_seq: number
  floor_seq: number
  seq: number | null
  at: Date
  kind: string
  conversation_id: string | null
  subject_id: string | null
  detail: object | null
}

/** Reads after a position, or only where the log stands when there is none. Throws `CursorTooOld`. */
export async function readEvents(unit: ReadUnit, after: Position | null, limit = 500): Promise<LogPage> {
  const from = after ? after.seq : Number.MAX_SAFE_INTEGER
  const rows = await unit.sql<Row>('event-log-read', READ, [unit.tenantId, from, limit])
  if (!rows[0]) throw new Error(`The tenant ${unit.tenantId} has no event log.`)
  const { epoch, last_seq: lastSeq, floor_seq: floorSeq } = rows[0]
  if (after && (after.epoch !== epoch || after.seq < floorSeq || after.seq > lastSeq))
    throw new CursorTooOld()
  return { epoch, lastSeq, floorSeq, events: rows.filter(row => row.seq !== null).map(row => eventOf(row)) }
}

const eventOf = (row: Row): LogEvent => ({
  seq: row.seq!,
  cursor: eventCursor({ epoch: row.epoch, seq: row.seq! }),
  at: row.at,
  kind: row.kind,
  conversationId: row.conversation_id ?? undefined,
  subjectId: row.subject_id ?? undefined,
  detail: row.detail ?? undefined,
})

/** Where the log stands now: what a snapshot read in the same unit is worth. */
export async function presentCursor(unit: ReadUnit): Promise<string> {
  const { epoch, lastSeq } = await readEvents(unit, null, 0)
  return eventCursor({ epoch, seq: lastSeq })
}

/** For a platform unit: forgets events older than a moment and raises the floor of each log; returns how many. */
export async function pruneEvents(unit: Unit, before: Date): Promise<number> {
  const rows = await unit.sql<{ count: number }>(
    'event-log-prune',
    `
    with old as (select tenant_id, max(seq) as seq from event_log where at < $1 group by tenant_id),
    raised as (
      update event_cursor c set floor_seq = old.seq from old
      where c.tenant_id = old.tenant_id and c.floor_seq < old.seq returning c.tenant_id, c.floor_seq
    ),
    gone as (
      delete from event_log e using raised r where e.tenant_id = r.tenant_id and e.seq <= r.floor_seq returning 1
    )
    select count(*) as count from gone`,
    [before],
  )
  return rows[0]!.count
}

/** After a restore from a backup, numbers are given a second time: every client must start afresh. */
export async function renewEpoch(unit: Unit): Promise<void> {
  await unit.sql('event-log-epoch', `update event_cursor set epoch = default, floor_seq = last_seq`)
}

export { CursorTooOld, eventCursor, parseEventCursor, type Position } from './event-cursor.ts'
