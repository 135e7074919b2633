import type { Flow } from '@botpro/graphql/flows'
import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Bot } from './bot.entity.ts'
import { draftOf } from './bot.queries.ts'
import { keepSnapshot } from '../versions/bot-version.store.ts'
import { FlowChangedMeanwhile } from './bot.errors.ts'
import { BotFlow } from './bot-flow.entity.ts'
import { canonical, isSame } from './canonical.ts'
import { readFlow } from './document.ts'
import { botOfFlow, botToChange, changeOf } from './draft.ts'
import type { DraftChangeKind, DraftNews } from './draft-news.ts'
import { keyFor } from './flow-key.ts'
import { emptyFlow } from './new-bot.ts'

const MOST_FLOWS = 200
const MAX_NAME = 120

export interface NewFlow {
  botId: string
  name: string
  description?: string | null
  key?: string | null
  document?: unknown
}

/** The flows of a bot's draft. Each verb returns the id of the flow, or why not. */
export class BotFlowService {
  readonly #news: DraftNews

  constructor({ news }: { news: DraftNews }) {
    this.#news = news
  }

  async create(unit: Unit, typed: NewFlow): Promise<string | InvalidInput> {
    const bot = await botToChange(unit, typed.botId)
    const flows = await present(unit, bot.id)
    const name = typed.name.trim()
    const key = typed.key?.trim() || keyFor(name, keysOf(flows))
    const problem = nameProblem(name) ?? roomProblem(flows) ?? keyProblem(flows, key)
    if (problem) return problem
    const document = readFlow(drawn(typed, { key, name }))
    if (document instanceof InvalidInput) return named(document)
    return this.#add(unit, bot, { document, position: nextPlace(flows) })
  }

  async save(unit: Unit, typed: { flowId: string; revision: number; document: unknown; keepsBefore?: boolean }): Promise<string | FlowChangedMeanwhile | InvalidInput> {
    const { bot, flow } = await flowToChange(unit, typed.flowId)
    const document = readFlow(typed.document)
    if (document instanceof InvalidInput) return document
    if (document.key !== flow.key) return new InvalidInput('document.key', `The key of a flow never changes: this one is “${flow.key}”.`)
    if (flow.revision !== typed.revision) return new FlowChangedMeanwhile({ id: flow.id, byId: flow.changedBy ?? null, at: flow.changedAt })
    if (isSame(document, flow.document)) return flow.id
    if (typed.keepsBefore) await keepSnapshot(unit, { botId: bot.id, content: (await draftOf(unit, bot.id)).content, note: `→ ${flow.name}` })
    const isMore = flow.isSameSitting(changeOf(unit))
    flow.save(document, changeOf(unit))
    if (!isMore) this.#audit(unit, { bot, flow, action: 'bot-flow.saved' })
    return this.#tell(unit, bot, flow, 'FLOW_SAVED')
  }

  /** Nothing begins the copy: two flows that the same words begin would be one too many. */
  async duplicate(unit: Unit, typed: { flowId: string; name?: string | null }): Promise<string | InvalidInput> {
    const { bot, flow } = await flowToChange(unit, typed.flowId)
    const flows = await present(unit, bot.id)
    const name = typed.name?.trim() || firstFreeName(flow.name, flows)
    const problem = nameProblem(name) ?? roomProblem(flows)
    if (problem) return problem
    const document: Flow = { ...flow.document, name, key: keyFor(name, keysOf(flows)), triggers: [] }
    makeRoom(flows, flow.position)
    return this.#add(unit, bot, { document, position: flow.position + 1 })
  }

  async delete(unit: Unit, flowId: string): Promise<{ flowId: string; botId: string }> {
    const { bot, flow } = await flowToChange(unit, flowId)
    flow.delete(unit.now)
    this.#audit(unit, { bot, flow, action: 'bot-flow.deleted' })
    await this.#tell(unit, bot, flow, 'FLOW_DELETED')
    return { flowId, botId: bot.id }
  }

  async restore(unit: Unit, flowId: string): Promise<string | InvalidInput> {
    const bot = await botToChange(unit, await botOfFlow(unit, flowId))
    const flow = await unit.em.findOneOrFail(BotFlow, { tenantId: unit.tenantId, id: flowId })
    if (!flow.deletedAt) return flow.id
    const flows = await present(unit, bot.id)
    const problem = roomProblem(flows) ?? keyProblem(flows, flow.key)
    if (problem) return new InvalidInput('flowId', problem.message)
    makeRoom(flows, flow.position - 1)
    flow.restore(flow.position)
    this.#audit(unit, { bot, flow, action: 'bot-flow.created' })
    return this.#tell(unit, bot, flow, 'FLOW_CREATED')
  }

  async reorder(unit: Unit, { botId, flowIds }: { botId: string; flowIds: string[] }): Promise<string | InvalidInput> {
    const bot = await botToChange(unit, botId)
    const flows = await present(unit, bot.id)
    const given = new Set(flowIds)
    const isWhole = given.size === flowIds.length && given.size === flows.length && flows.every(({ id }) => given.has(id))
    if (!isWhole) return new InvalidInput('flowIds', 'All flows of the bot, each once.')
    for (const flow of flows) flow.position = flowIds.indexOf(flow.id) + 1
    bot.touch(changeOf(unit))
    unit.audit({ action: 'bot.flows-reordered', targetType: 'bot', targetId: bot.id })
    this.#news.tellAfter(unit, { botId: bot.id, kind: 'FLOWS_REORDERED', revision: bot.draftRevision })
    return bot.id
  }

  #add(unit: Unit, bot: Bot, { document, position }: { document: Flow; position: number }): Promise<string> {
    const { now, memberId } = changeOf(unit)
    const flow = unit.em.create(BotFlow, {
      id: newId(now), tenantId: unit.tenantId, botId: bot.id, key: document.key, name: document.name, description: document.description ?? null,
      document: canonical(document), revision: 1, position, changedAt: now, changedBy: memberId, deletedAt: null,
    })
    this.#audit(unit, { bot, flow, action: 'bot-flow.created' })
    return this.#tell(unit, bot, flow, 'FLOW_CREATED')
  }

  #audit(unit: Unit, { bot, flow: { id, key, name, revision }, action }: { bot: Bot; flow: BotFlow; action: string }) {
    unit.audit({ action, targetType: 'bot-flow', targetId: id, detail: { bot: bot.name, key, name, revision } })
  }

  async #tell(unit: Unit, bot: Bot, { id, revision }: BotFlow, kind: DraftChangeKind): Promise<string> {
    bot.touch(changeOf(unit))
    await unit.em.flush()
    this.#news.tellAfter(unit, { botId: bot.id, kind, flowId: id, revision })
    return id
  }
}

const present = ({ em, tenantId }: Unit, botId: string): Promise<BotFlow[]> =>
  em.find(BotFlow, { tenantId, botId, deletedAt: null }, { orderBy: { position: 'asc', id: 'asc' } })

/** The flow behind the lock of its bot. */
async function flowToChange(unit: Unit, flowId: string): Promise<{ bot: Bot; flow: BotFlow }> {
  const bot = await botToChange(unit, await botOfFlow(unit, flowId))
  const flow = await unit.em.findOne(BotFlow, { tenantId: unit.tenantId, id: flowId, deletedAt: null })
  if (!flow) throw new NotFound('The flow')
  return { bot, flow }
}

/** What it begins with: a document that was given, under the name and key of the new flow, or one step. */
function drawn({ document, description }: NewFlow, { key, name }: { key: string; name: string }): unknown {
  if (document == null || typeof document !== 'object') return document ?? emptyFlow({ key, name, description: description?.trim() || undefined })
  return { ...document, key, name, ...(description ? { description: description.trim() } : {}) }
}

/** Key and name stand in the input, not only in the document. */
const named = (problem: InvalidInput): InvalidInput =>
  (['document.key', 'document.name'].includes(problem.field) ? new InvalidInput(problem.field.slice('document.'.length), problem.message) : problem)

const keysOf = (flows: BotFlow[]) => new Set(flows.map(({ key }) => key))
const nextPlace = (flows: BotFlow[]) => (flows.at(-1)?.position ?? 0) + 1

function makeRoom(flows: BotFlow[], after: number) {
  for (const flow of flows) if (flow.position > after) flow.position += 1
}

function firstFreeName(name: string, flows: BotFlow[]): string {
  const taken = new Set(flows.map(flow => flow.name))
  for (let number = 2; ; number++) {
    const numbered = `${name.slice(0, MAX_NAME - 6)} (${number})`
    if (!taken.has(numbered)) return numbered
  }
}

const nameProblem = (name: string) =>
  (name.length < 1 || name.length > MAX_NAME ? new InvalidInput('name', `Between 1 and ${MAX_NAME} characters.`) : undefined)

const roomProblem = (flows: BotFlow[]) => (flows.length >= MOST_FLOWS ? new InvalidInput('name', `At most ${MOST_FLOWS} flows.`) : undefined)

const keyProblem = (flows: BotFlow[], key: string) =>
  (flows.some(flow => flow.key === key) ? new InvalidInput('key', 'Another flow has this key.') : undefined)
