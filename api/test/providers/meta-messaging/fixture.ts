import { messengerAdapter } from '../../../src/modules/channels/adapters/messenger/messenger.adapter.ts'
import { instagramAdapter } from '../../../src/modules/channels/adapters/instagram/instagram.adapter.ts'
import type { Line } from '../../../src/modules/channels/adapters/adapter.ts'
import type { OutgoingMessage, SendOutcome } from '../../../src/modules/channels/adapters/outgoing.ts'
import { startInstagramDouble } from '../instagram.ts'
import { lineOf } from '../line-of.ts'
import { outgoing } from '../messages.ts'
import { startMessengerDouble } from '../messenger.ts'
import { WebhookStub } from '../webhook-stub.ts'
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
  readonly hook: WebhookStub

  private constructor(kind: Kind, double: MessagingDouble) {
    this.double = double
    this.adapter = adaptersOf[kind]
    this.line = lineOf(this.adapter, double)
    this.hook = new WebhookStub(this.adapter, this.line)
  }

  static async start(kind: Kind, options: MessagingDoubleOptions = {}): Promise<MessagingFixture> {
    const fixture = new MessagingFixture(kind, await starts[kind](options))
    await fixture.hook.start()
    await fixture.double.subscribe({ url: fixture.hook.url, secret: fixture.hook.secret })
    await fixture.adapter.connect!(fixture.line, { url: fixture.hook.url, secret: fixture.hook.secret })
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
