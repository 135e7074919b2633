import type { Context } from '../../../platform/contract/operation.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import type { CheckedLine } from '../adapters/adapter.ts'
import { mayConfigureChannels } from '../account/channel-account.policy.ts'
import type { ChannelHealth } from './channel-health.ts'
import type { LineAccount, Lines } from './lines.ts'
import { ChannelCheckFailed } from './provider-channel.errors.ts'
import type { ProviderChannelService } from './provider-channel.service.ts'

interface Parts {
  channels: ProviderChannelService
  health: ChannelHealth
  lines: Lines
}

type Caller = Pick<Context, 'actor' | 'change' | 'unit'>

/** What asks the provider: never inside a unit, since no connection of the database is to wait for it. */
export class ChannelCheckService {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async check(caller: Caller, channelAccountId: string): Promise<CheckedLine> {
    const account = await this.#account(caller, channelAccountId)
    const checked = await this.#parts.health.ask(account)
    await caller.change(unit => this.#parts.health.checked(unit, channelAccountId, checked))
    return checked
  }

  /** Checks, registers with the provider, and only then goes live. */
  async start(caller: Caller, channelAccountId: string): Promise<string | Refusal> {
    const { channels, lines } = this.#parts
    const refused = await caller.change(unit => channels.mayStart(unit, channelAccountId))
    if (refused) return refused
    const checked = await this.check(caller, channelAccountId)
    if (!checked.isGood && checked.problem?.code !== 'UNSUBSCRIBED') return new ChannelCheckFailed(checked.problem!)
    const account = await this.#account(caller, channelAccountId)
    const line = lines.at(account, new Date())
    const connected = await account.adapter.connect?.(line, { url: line.webhookUrl, secret: account.verifyToken })
    if (connected && !connected.isGood) return new ChannelCheckFailed(connected.problem!)
    if (connected) await caller.change(unit => this.#parts.health.checked(unit, channelAccountId, connected))
    return caller.change(unit => channels.start(unit, channelAccountId))
  }

  /** The provider is told where it can be; that it cannot be does not keep the tenant from letting go. */
  async remove(caller: Caller, channelAccountId: string): Promise<string> {
    const account = await this.#account(caller, channelAccountId)
    await account.adapter.disconnect?.(this.#parts.lines.at(account, new Date())).catch(() => {})
    return caller.change(unit => this.#parts.channels.remove(unit, channelAccountId))
  }

  async #account({ actor, unit }: Caller, channelAccountId: string): Promise<LineAccount> {
    if (!mayConfigureChannels(actor)) throw new Forbidden()
    this.#parts.lines.forget()
    const account = await this.#parts.lines.byId(unit.tenantId, channelAccountId)
    if (!account || account.state === 'REMOVED') throw new NotFound('The channel')
    return account
  }
}
