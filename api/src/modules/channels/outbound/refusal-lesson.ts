import type { Unit } from '../../../platform/unit.ts'
import type { RefusedBecause } from '../adapters/outgoing.ts'
import type { ChannelInbox } from '../channel-inbox.ts'
import type { Lines } from '../provider/lines.ts'
import { externalIdOf, type PartAt } from './outbound.store.ts'

export interface Refused {
  because: RefusedBecause
  at: Date
}

interface Where {
  inbox: ChannelInbox
  lines: Lines
  at: PartAt
}

const HOUR_MS = 3_600_000

/** The provider is believed where it knows better who may be written to: the next message is not to be refused for the same reason. */
export async function learnFrom(unit: Unit, { inbox, lines, at: { account, outbound, index } }: Where, { because, at }: Refused): Promise<void> {
  const identityId = outbound.message.identityId ?? outbound.identityId
  if (because === 'OPTED_OUT') {
    const externalId = await externalIdOf(unit, identityId)
    return externalId === undefined ? undefined : inbox.personAvailable(unit, account, { kind: 'AVAILABLE', person: { externalId }, isAvailable: false, at })
  }
  if (because !== 'WINDOW_CLOSED') return
  const { windowHours, humanWindowHours } = account.adapter.capabilities(lines.at(account, unit.now))
  const hours = outbound.parts![index]!.passage === 'HUMAN_AGENT' ? humanWindowHours : windowHours
  if (hours) await inbox.windowClosed(unit, { identityId, at, heardBefore: new Date(at.getTime() - hours * HOUR_MS) })
}
