import type { BotContent } from '@botpro/graphql/flows'
import type { ReadUnit } from '../../../platform/unit.ts'
import { bookableKeys } from '../../appointments/index.ts'
import { capabilitiesAt, linkNames, liveChannelKinds, type Lines } from '../../channels/index.ts'
import type { Connectors } from '../../connectors/index.ts'
import { botFilesById } from '../../conversations/index.ts'
import { entityNames, intentNames } from '../../elena/index.ts'
import { paymentsMadeBy } from '../../payments/index.ts'
import { requestTypeKeys } from '../../requests/index.ts'
import { REQUESTS } from '../asked/request-look-up.ts'
import type { PublishingChecks } from '../bots/publishing-checks.ts'
import type { LintWorld } from './bot-map.ts'
import { lint } from './lint.ts'
import { filesIn } from './files-in.ts'

export interface LintOptions {
  connectors: Pick<Connectors, 'describe'>
  /** Known when everything is built. */
  lines: () => Lines
}

/** The linter on what a tenant has: her systems, the channels that are live, what ELENA was taught, what can be booked. */
export const createLint = (options: LintOptions): PublishingChecks['lint'] =>
  async (unit, content) => lint(content, await worldOf(unit, content, options))

async function worldOf(unit: ReadUnit, content: BotContent, { connectors, lines }: LintOptions): Promise<LintWorld> {
  const kinds = await liveChannelKinds(unit)
  return {
    connectors: await connectors.describe(unit), intents: await intentNames(unit), entities: await entityNames(unit), tables: [REQUESTS],
    requestTypes: await requestTypeKeys(unit), files: await botFilesById(unit, filesIn(content)), bookable: await bookableKeys(unit),
    payments: await paymentsMadeBy(unit), links: await linkNames(unit),
    channels: kinds.map(kind => ({ kind, can: capabilitiesAt(lines(), kind, unit.now) })),
  }
}
