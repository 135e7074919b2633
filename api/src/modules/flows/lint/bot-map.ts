import type { BotContent, ChannelKind } from '@botpro/graphql/flows'
import type { Report } from './finding.ts'
import { FlowMap } from './flow-map.ts'
import { passingFlows } from './passing-flows.ts'

/** What a system offers, as far as flows name it. */
export interface KnownConnector {
  key: string
  operations: readonly { key: string; inputs: readonly { name: string; required: boolean }[] }[]
}

/** What a bot may name that is not part of it. */
export interface World {
  connectors: readonly KnownConnector[]
  channels: readonly ChannelKind[]
  intents: readonly string[]
  tables: readonly string[]
}

/** A bot with everything that its rules ask for more than once. */
export class BotMap {
  readonly content: BotContent
  readonly world: World
  readonly all: readonly FlowMap[]
  readonly flows: ReadonlyMap<string, FlowMap>
  /** Those that may end without having waited for anybody. */
  readonly passing: ReadonlySet<FlowMap>

  constructor(content: BotContent, world: World) {
    this.content = content
    this.world = world
    this.all = content.flows.map(flow => new FlowMap(flow))
    this.flows = new Map(this.all.toReversed().map(map => [map.flow.key, map]))
    this.passing = passingFlows(this.flows)
  }

  connector(key: string): KnownConnector | undefined {
    return this.world.connectors.find(one => one.key === key)
  }
}

export type BotRule = (bot: BotMap, report: Report) => void
export type FlowRule = (map: FlowMap, bot: BotMap, report: Report) => void
