import type { BotContent, ChannelKind } from '@botpro/graphql/flows'
import type { Capabilities } from '../../channels/index.ts'
import type { Report } from './finding.ts'
import { FlowMap } from './flow-map.ts'
import { FlowPromises } from './flow-promises.ts'
import { passingFlows } from './passing-flows.ts'

/** What a system offers, as far as flows name it. */
export interface KnownConnector {
  key: string
  operations: readonly KnownOperation[]
}

export interface KnownOperation {
  key: string
  inputs: readonly { name: string; required: boolean }[]
}

/** What a bot may name that is not part of it. */
export interface LintWorld {
  connectors: readonly KnownConnector[]
  /** Those that people can write on, and what each can show. */
  channels: readonly { kind: ChannelKind; can: Capabilities }[]
  /** Of ELENA’s, by their names. */
  intents: readonly string[]
  /** Of ELENA’s too: those of the tenant, and what she knows by herself. */
  entities: readonly string[]
  tables: readonly string[]
  requestTypes: readonly string[]
  /** Of the bots', those that the content names and that are there. */
  files: readonly KnownFile[]
  /** By their keys. */
  bookable: KnownBookable
  /** Who makes links to pay by; null where nobody was said. */
  payments: { connector: string; operation: string } | null
  /** Names of the links to the tenant's channels; one that several bear stands here as often. */
  links: readonly string[]
}

export interface KnownFile {
  id: string
  mediaType: string
  size: number
}

/** What can be booked, and by whom each of it is done. */
export interface KnownBookable {
  services: readonly { key: string; resources: readonly string[] }[]
  resources: readonly string[]
}

/** A bot with everything that its rules ask for more than once. */
export class BotMap {
  readonly content: BotContent
  readonly world: LintWorld
  readonly all: readonly FlowMap[]
  readonly flows: ReadonlyMap<string, FlowMap>
  /** Those that may end without having waited for anybody. */
  readonly passing: ReadonlySet<FlowMap>
  readonly promises: FlowPromises

  constructor(content: BotContent, world: LintWorld) {
    this.content = content
    this.world = world
    this.all = content.flows.map(flow => new FlowMap(flow))
    this.flows = new Map([...Map.groupBy(this.all, ({ flow }) => flow.key)].map(([key, [first]]) => [key, first!]))
    this.passing = passingFlows(this.flows)
    this.promises = new FlowPromises(this)
  }

  connector(key: string): KnownConnector | undefined {
    return this.world.connectors.find(one => one.key === key)
  }

  operation(asked: { connector: string; operation: string }): KnownOperation | undefined {
    return this.connector(asked.connector)?.operations.find(({ key }) => key === asked.operation)
  }

  file(id: string): KnownFile | undefined {
    return this.world.files.find(one => one.id === id)
  }

  /** Whether a flow is begun by what people say or do, not by other flows alone. */
  beginsItself({ flow }: FlowMap): boolean {
    const { mainFlow, handOffFlow } = this.content.settings
    return flow.triggers.length > 0 || flow.key === mainFlow || flow.key === handOffFlow
  }
}

export type BotRule = (bot: BotMap, report: Report) => void
export type FlowRule = (map: FlowMap, bot: BotMap, report: Report) => void
