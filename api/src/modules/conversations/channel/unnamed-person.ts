import { systemActor } from '../../../platform/actor.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { ChannelPerson, LineAccount, Lines } from '../../channels/index.ts'
import type { ContactService } from '../../contacts/index.ts'
import { tenantLanguage } from '../../tenancy/index.ts'

interface Unnamed {
  tenantId: string
  channelAccountId: string
  externalId: string
}

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'conversations.ask-name': Unnamed
  }
}

interface Parts {
  units: Units
  lines: Lines
  contacts: ContactService
}

const NAMED = `
  select coalesce(c.name, i.display_name) is not null as "isNamed" from contact_identity i
  join contact c on c.tenant_id = i.tenant_id and c.id = i.contact_id
  where i.tenant_id = $1 and i.channel_account_id = $2 and i.external_id = $3`

/** In the unit in which a conversation begins: of people on Messenger and Instagram only an id comes along, so their name is asked for. */
export function askName(unit: Unit, { adapter, channelAccountId }: LineAccount, { externalId, name }: ChannelPerson): void {
  if (!adapter.person || name) return
  unit.enqueue('conversations.ask-name', { tenantId: unit.tenantId, channelAccountId, externalId }, { maxAttempts: 2, queue: `ask-name:${channelAccountId}` })
}

/** Safe to run twice: what people noted stands, and whoever has a name is not asked for. */
export class NameJobs {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async ask({ tenantId, channelAccountId, externalId }: Unnamed): Promise<void> {
    const { units, lines, contacts } = this.#parts
    const scope = { tenantId, actor: systemActor(tenantId) }
    const account = await lines.byId(tenantId, channelAccountId)
    if (!account?.adapter.person || account.isStopped || await this.#isNamed(scope, { channelAccountId, externalId })) return
    const { name, username } = await account.adapter.person(externalId, lines.at(account, new Date()))
    if (!name && !username) return
    await units.tenant(scope, async unit =>
      contacts.admit(unit, { channelAccountId, externalId, name, username, language: await tenantLanguage(unit), verified: false }))
  }

  async #isNamed(scope: { tenantId: string; actor: ReturnType<typeof systemActor> }, { channelAccountId, externalId }: Omit<Unnamed, 'tenantId'>): Promise<boolean> {
    await using unit: ReadUnit & AsyncDisposable = this.#parts.units.read(scope)
    return (await unit.sql<{ isNamed: boolean }>('person-named', NAMED, [scope.tenantId, channelAccountId, externalId]))[0]?.isNamed ?? true
  }
}
