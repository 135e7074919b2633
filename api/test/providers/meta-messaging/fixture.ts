import { messengerAdapter } from '../../../src/modules/channels/adapters/messenger/messenger.adapter.ts'
import { instagramAdapter } from '../../../src/modules/channels/adapters/instagram/instagram.adapter.ts'
import type { Line } from '../../../src/modules/channels/adapters/adapter.ts'
import type { OutgoingMessage, SendOutcome } from '../../../src/modules/channels/adapters/outgoing.ts'
import { startInstagramDouble } from '../instagram.ts'
import { outgoing } from '../messages.ts'
import { startMessengerDouble } from '../messenger.ts'
import { lineTo, Receiver } from '../receiver.ts'
import type { MessagingCustomer } from './messaging-customer.ts'
import type { MessagingDouble, MessagingDoubleOptions } from './messaging-double.ts'

const starts = { MESSENGER: startMessengerDouble, INSTAGRAM: startInstagramDouble }
const adaptersOf = { MESSENGER: messengerAdapter, INSTAGRAM: instagramAdapter }

export const bothKinds = ['MESSENGER', 'INSTAGRAM'] as const

export type Kind = (typeof bothKinds)[number]

/** One account, its adapter and a webhook of ours, connected as an administrator and the house do it. */
export class MessagingFixture implements AsyncDisposable {
  readonly double: MessagingDouble
  readonly adapter
  readonly line: Line
  readonly secret = 'verify-me'
  hook!: Receiver

  private constructor(kind: Kind, double: MessagingDouble) {
    this.double = double
    this.adapter = adaptersOf[kind]
    this.line = lineTo(double, this.adapter, { settings: { ...double.settings } })
  }

  static async start(kind: Kind, options: MessagingDoubleOptions = {}): Promise<MessagingFixture> {
    const fixture = new MessagingFixture(kind, await starts[kind](options))
    fixture.hook = await Receiver.start(fixture.adapter, () => fixture.line, fixture.secret)
    const webhook = { url: fixture.hook.url, secret: fixture.secret }
    await fixture.double.subscribe(webhook)
    await fixture.adapter.connect!(fixture.line, webhook)
    return fixture
  }

  /** Somebody who has just written. */
  ana(): MessagingCustomer {
    const ana = this.double.customer('ana')
    ana.writes('Hola')
    return ana
  }

  async send(more: Partial<OutgoingMessage> & { to: OutgoingMessage['to'] }): Promise<SendOutcome[]> {
    const message = outgoing(more)
    const outcomes: SendOutcome[] = []
    for (const part of this.adapter.compose(message, this.line)) {
      outcomes.push(await this.adapter.send(part, message.files.filter(({ id }) => part.fileIds.includes(id)), this.line))
    }
    return outcomes
  }

  async [Symbol.asyncDispose]() {
    await this.double.stop()
    await this.hook.stop()
  }
}

export const to = ({ id }: { id: string }) => ({ externalId: id, aliases: [], phone: null, email: null })
