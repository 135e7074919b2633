import type { ChannelAdapter, Line, WebhookRequest } from '../../src/modules/channels/adapters/adapter.ts'
import { profileAt, profilesOf } from '../../src/modules/channels/adapters/profile.ts'
import { providerHttp } from '../../src/modules/channels/adapters/provider-http.ts'
import type { ChannelUpdate, ReadUpdate } from '../../src/modules/channels/adapters/update.ts'
import type { ProviderDouble } from './double.ts'
import { close, listen, type Asked } from './provider-server.ts'

/** Our side of a webhook for the tests of adapters, without the house behind it: checks, reads, and answers what it is told to. */
export class Receiver {
  readonly requests: Asked[] = []
  readonly read: ReadUpdate[] = []
  readonly strangers: Asked[] = []
  readonly refused: Asked[] = []
  /** Answered instead of taking anything. */
  failsWith: number | null = null
  /** The same, once each, before anything is taken. */
  failsFirst: number[] = []
  url = ''
  stop!: () => Promise<void>

  static async start(adapter: ChannelAdapter, line: () => Line, secret: string): Promise<Receiver> {
    const receiver = new Receiver()
    const { url, server } = await listen(asked => receiver.#take(asked, adapter, line(), secret))
    return Object.assign(receiver, { url: `${url}/hooks/key`, stop: () => close(server) })
  }

  get updates(): ChannelUpdate[] {
    return this.read.flatMap(one => (one.ok ? [one.update] : []))
  }

  /** Updates of one kind, in the order in which they came. */
  of<Kind extends ChannelUpdate['kind']>(kind: Kind): Extract<ChannelUpdate, { kind: Kind }>[] {
    return this.updates.filter(update => update.kind === kind) as Extract<ChannelUpdate, { kind: Kind }>[]
  }

  #take(asked: Asked, adapter: ChannelAdapter, line: Line, secret: string) {
    const failsWith = this.failsFirst.shift() ?? this.failsWith
    if (asked.method === 'GET') return handshaken(asked, adapter, secret)
    if (failsWith) return this.refused.push(asked), { status: failsWith }
    this.requests.push(asked)
    const search = asked.query.size > 0 ? `?${asked.query}` : ''
    const query = Object.fromEntries(asked.query)
    const request: WebhookRequest = { method: 'POST', url: this.url + search, query, headers: asked.headers, body: asked.body }
    const { webhook } = adapter
    if (!webhook!.isGenuine(request, { settings: line.settings, verifyToken: secret })) return this.strangers.push(asked), { status: 401 }
    const values = Object.entries(query).map(([name, value]) => [`?${name}`, value])
    const kept = Object.entries({ ...asked.headers, ...Object.fromEntries(values) as Record<string, string> }).filter(([name]) => webhook!.keeps?.includes(name))
    this.read.push(...webhook!.read({ body: asked.body, headers: Object.fromEntries(kept) as Record<string, string>, receivedAt: line.now }, line))
    return { status: 200, type: webhook!.answer?.type, body: webhook!.answer?.body }
  }
}

/** The provider's question whether the address is ours, from those that ask it. */
function handshaken({ query, headers, body }: Asked, { webhook }: ChannelAdapter, verifyToken: string) {
  const challenge = webhook!.handshake?.({ method: 'GET', url: '', query: Object.fromEntries(query), headers, body }, { verifyToken })
  return challenge === undefined ? { status: 403 } : { status: 200, type: 'text/plain', body: challenge }
}

/** An account at work against a double. */
export function lineTo(double: ProviderDouble, adapter: ChannelAdapter, more: Partial<Line> = {}): Line {
  const now = new Date()
  const profile = profileAt(profilesOf(adapter.profiles, [double.profile]), now.toISOString().slice(0, 10))!
  return {
    channelAccountId: '00000000-0000-7000-8000-000000000001', settings: double.settings, http: providerHttp, now, publicUrl: 'https://bot.example.test',
    webhookUrl: 'https://bot.example.test/hooks/key', ...more, profile: { ...profile, ...double.profile, ...more.profile, limits: { ...profile.limits, ...double.profile.limits } },
  }
}
