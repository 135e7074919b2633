import type { Json } from '@botpro/graphql/flows'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Heard } from '../engine/input.ts'
import type { OutsideRequest } from '../engine/request.ts'
import type { RunState } from '../engine/run-state.ts'

export type RunPlace = 'FOREGROUND' | 'PARKED' | 'BACKGROUND'

/** A run as it is kept. Everything of a conversation is read together, under the lock of its thread. */
export interface Run {
  id: string
  botVersionId: string
  place: RunPlace
  state: RunState
  pending: Heard[]
  wakeAt: string | null
  nudgeAt: string | null
  event: string | null
  restedAt: string
  startedAt: string
}

/** Of the contact and where she writes; the runs of the conversation, the latest first. */
export interface RunGround {
  contact: { id: string; name: string | null; phone: string | null; email: string | null; verified: boolean; attributes: Record<string, Json> }
  company: string
  channelName: string
  tags: string[]
  link: string | null
  runs: Run[]
}

const GROUND = `
  select jsonb_build_object('id', c.id, 'name', c.name, 'phone', c.phone, 'email', c.email, 'verified', c.verified, 'attributes', c.attributes) as contact,
    t.name as company, a.name as "channelName", l.name as link, coalesce(v.tags, '{}') as tags,
    (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'botVersionId', r.bot_version_id, 'place', r.place, 'state', r.state, 'pending', r.pending,
        'wakeAt', r.wake_at, 'nudgeAt', r.nudge_at, 'event', r.event, 'restedAt', r.rested_at, 'startedAt', r.started_at) order by r.started_at desc, r.id desc), '[]')
      from flow_run r where r.tenant_id = $1 and r.conversation_id = $3) as runs
  from contact c join tenant t on t.id = c.tenant_id
    join channel_account a on a.tenant_id = c.tenant_id and a.id = $4
    left join conversation v on v.tenant_id = c.tenant_id and v.id = $3
    left join channel_link l on l.tenant_id = v.tenant_id and l.id = v.link_id
  where c.tenant_id = $1 and c.id = $2`

export interface RunWhere {
  contactId: string
  conversationId: string
  channelAccountId: string
}

export async function loadGround(unit: ReadUnit, { contactId, conversationId, channelAccountId }: RunWhere): Promise<RunGround> {
  return (await unit.sql<RunGround>('flow-ground', GROUND, [unit.tenantId, contactId, conversationId, channelAccountId]))[0]!
}

export interface NewVisit {
  id: string
  botVersionId: string
  runId: string
  flow: string
  step: string
  arrived: boolean
  exit: string | null
  failure: string | null
  seconds: number | null
}

export interface NewRequest {
  runId: string
  id: string
  request: { id: string } & OutsideRequest
}

/** All that one turn leaves behind. */
export interface RunChanges {
  kept: Run[]
  gone: string[]
  visits: NewVisit[]
  requests: NewRequest[]
}

// Those that leave the foreground are written before the one that takes it: the index holds one a conversation.
const GONE = 'delete from flow_run where tenant_id = $1 and id = any($2)'
const KEEP = `
  insert into flow_run (tenant_id, id, conversation_id, contact_id, bot_version_id, place, state, pending, wake_at, nudge_at, event, rested_at, started_at)
  select $1, id, $2, $3, "botVersionId", place, state, pending, "wakeAt", "nudgeAt", event, "restedAt", "startedAt"
  from jsonb_to_recordset($4) as run (id uuid, "botVersionId" uuid, place text, state jsonb, pending jsonb, "wakeAt" timestamptz, "nudgeAt" timestamptz,
    event text, "restedAt" timestamptz, "startedAt" timestamptz)
  on conflict (tenant_id, id) do update set bot_version_id = excluded.bot_version_id, place = excluded.place, state = excluded.state, pending = excluded.pending,
    wake_at = excluded.wake_at, nudge_at = excluded.nudge_at, event = excluded.event, rested_at = excluded.rested_at, started_at = excluded.started_at`
const VISITS = `
  insert into flow_visit (tenant_id, id, bot_version_id, run_id, conversation_id, flow, step, arrived, exit, failure, seconds, at)
  select $1, id, "botVersionId", "runId", $2, flow, step, arrived, exit, failure, seconds, $3
  from jsonb_to_recordset($4) as visit (id uuid, "botVersionId" uuid, "runId" uuid, flow text, step text, arrived boolean, exit text, failure text, seconds real)`
const REQUESTS = `
  insert into flow_request (tenant_id, run_id, id, request, created_at)
  select $1, "runId", id, request, $2 from jsonb_to_recordset($3) as asked ("runId" uuid, id text, request jsonb)`

/** Sent together. */
export async function saveChanges(unit: Unit, { contactId, conversationId }: RunWhere, { kept, gone, visits, requests }: RunChanges): Promise<void> {
  const { tenantId, now } = unit
  const [aside, inFront] = [kept.filter(({ place }) => place !== 'FOREGROUND'), kept.filter(({ place }) => place === 'FOREGROUND')]
  await Promise.all([
    gone.length > 0 && unit.sql('flow-runs-gone', GONE, [tenantId, gone]),
    aside.length > 0 && unit.sql('flow-runs-keep', KEEP, [tenantId, conversationId, contactId, JSON.stringify(aside)]),
    inFront.length > 0 && unit.sql('flow-runs-keep', KEEP, [tenantId, conversationId, contactId, JSON.stringify(inFront)]),
    visits.length > 0 && unit.sql('flow-visits', VISITS, [tenantId, conversationId, now, JSON.stringify(visits)]),
    requests.length > 0 && unit.sql('flow-requests', REQUESTS, [tenantId, now, JSON.stringify(requests)]),
  ])
}
