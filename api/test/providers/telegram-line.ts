import { afterEach, beforeEach } from 'vitest'
import type { Line } from '../../src/modules/channels/adapters/adapter.ts'
import type { SendOutcome } from '../../src/modules/channels/adapters/outgoing.ts'
import { telegramAdapter } from '../../src/modules/channels/adapters/telegram/telegram.adapter.ts'
import type { ReadUpdate } from '../../src/modules/channels/adapters/update.ts'
import { outgoing } from './messages.ts'
import { lineTo, Receiver } from './receiver.ts'
import { TelegramDouble } from './telegram.ts'

export const SECRET = 'secret_of-our-own'
export const to = (id: string) => ({ to: { externalId: id, aliases: [], phone: null, email: null } })

/** A double, our adapter before it, and what it tells, anew for each test. */
export class TelegramLine {
  double!: TelegramDouble
  receiver!: Receiver
  line!: Line

  async open() {
    this.double = await TelegramDouble.start({ retryMs: 5 })
    this.receiver = await Receiver.start(telegramAdapter, () => this.line, SECRET)
    this.line = lineTo(this.double, telegramAdapter, { webhookUrl: this.receiver.url, channelAccountId: crypto.randomUUID() })
    await telegramAdapter.connect!(this.line, { url: this.receiver.url, secret: SECRET })
  }

  async close() {
    await this.double.stop()
    await this.receiver.stop()
  }

  async send(more: Parameters<typeof outgoing>[0]): Promise<SendOutcome[]> {
    const outcomes: SendOutcome[] = []
    const message = outgoing(more)
    for (const part of telegramAdapter.compose(message, this.line)) {
      outcomes.push(await telegramAdapter.send(part, message.files.filter(({ id }) => part.fileIds.includes(id)), this.line))
    }
    return outcomes
  }

  read(update: unknown): ReadUpdate[] {
    return telegramAdapter.webhook!.read({ body: Buffer.from(JSON.stringify(update)), headers: {}, receivedAt: this.line.now }, this.line)
  }
}

export function useTelegramLine(): TelegramLine {
  const stand = new TelegramLine()
  beforeEach(() => stand.open())
  afterEach(() => stand.close())
  return stand
}
