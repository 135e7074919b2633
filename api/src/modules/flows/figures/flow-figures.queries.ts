import { Forbidden } from '../../../platform/errors.ts'
import { pageOf, rowsFor, timeKeyOf, type Page, type PageArgs } from '../../../platform/paging.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { mayReadFlowFigures } from './flow-figures.policy.ts'

export interface FiguresOf {
  botId: string
  flow: string
  versionId?: string | null
  from: Date
  until: Date
}

export interface StepFigures {
  step: string
  visits: number
  conversations: number
  failures: number
  droppedOff: number
  medianSeconds: number | null
  exits: { exit: string; count: number }[]
}

const VISITS = `
  flow_visit v join bot_version b on b.tenant_id = v.tenant_id and b.id = v.bot_version_id
  where v.tenant_id = $1 and b.bot_id = $2 and v.flow = $3 and ($4::uuid is null or v.bot_version_id = $4) and v.at >= $5 and v.at < $6`

// Who came, did not go on, and is not waited for any more: her run is gone, or her conversation closed.
const DROPPED = `v.arrived and v.exit is null
  and not exists (select from flow_visit l where l.tenant_id = v.tenant_id and l.run_id = v.run_id and l.flow = v.flow and l.step = v.step and not l.arrived and l.id > v.id)
  and not exists (select from flow_run r join conversation c on c.tenant_id = r.tenant_id and c.id = r.conversation_id
    where r.tenant_id = v.tenant_id and r.id = v.run_id and c.status = 'OPEN')`

const FIGURES = `
  select v.step, (count(*) filter (where v.arrived))::int as visits, (count(distinct v.conversation_id) filter (where v.arrived))::int as conversations,
    (count(*) filter (where v.failure is not null))::int as failures, (count(*) filter (where ${DROPPED}))::int as "droppedOff",
    percentile_cont(0.5) within group (order by v.seconds) filter (where v.seconds is not null) as "medianSeconds"
  from ${VISITS} group by v.step order by v.step`
const EXITS = `select v.step, v.exit, count(*)::int as count from ${VISITS} and v.exit is not null group by v.step, v.exit order by v.step, count desc, v.exit`
const RUNS = `select count(distinct v.run_id)::int as count from ${VISITS}`

export async function flowFigures(unit: ReadUnit, of: FiguresOf): Promise<{ flow: string; runs: number; steps: StepFigures[] }> {
  const values = valuesOf(unit, of)
  const [steps, exits, [runs]] = await Promise.all([
    unit.sql<Omit<StepFigures, 'exits'>>('flow-figures', FIGURES, values),
    unit.sql<{ step: string; exit: string; count: number }>('flow-exits', EXITS, values), unit.sql<{ count: number }>('flow-runs-begun', RUNS, values),
  ])
  const byStep = Map.groupBy(exits, ({ step }) => step)
  return { flow: of.flow, runs: runs!.count, steps: steps.map(step => ({ ...step, exits: byStep.get(step.step) ?? [] })) }
}

export type VisitKind = 'ARRIVED' | 'LEFT' | 'FAILED' | 'DROPPED_OFF'

export interface VisitsOf extends FiguresOf {
  step: string
  kind: VisitKind
  exit?: string | null
}

export interface VisitRow {
  id: string
  at: Date
  exit: string | null
  failure: string | null
  seconds: number | null
  conversationId: string
}

const KINDS: Record<VisitKind, string> = { ARRIVED: 'v.arrived', LEFT: 'v.exit is not null', FAILED: 'v.failure is not null', DROPPED_OFF: DROPPED }

const page = (kind: VisitKind) => `
  select v.id, v.at, v.exit, v.failure, v.seconds, v.conversation_id as "conversationId"
  from ${VISITS} and v.step = $7 and ($8::text is null or v.exit = $8) and ${KINDS[kind]} and (v.at, v.id) < ($9::timestamptz, $10::uuid)
  order by v.at desc, v.id desc limit $11`

/** What stands behind a figure, the latest first. */
export async function flowVisits(unit: ReadUnit, { step, kind, exit = null, ...of }: VisitsOf, args: PageArgs): Promise<Page<VisitRow>> {
  const values = [...valuesOf(unit, of), step, exit, ...timeKeyOf(args), rowsFor(args)]
  return pageOf(await unit.sql<VisitRow>(`flow-visits-${kind}`, page(kind), values), args, ({ at, id }) => [at.toISOString(), id])
}

function valuesOf(unit: ReadUnit, { botId, flow, versionId = null, from, until }: FiguresOf) {
  if (!mayReadFlowFigures(unit.actor)) throw new Forbidden()
  return [unit.tenantId, botId, flow, versionId, from, until]
}
