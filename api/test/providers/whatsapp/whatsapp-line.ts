import sharp from 'sharp'
import { afterEach, beforeEach } from 'vitest'
import type { Line } from '../../../src/modules/channels/adapters/adapter.ts'
import type { OutgoingFile, OutgoingMessage, SendOutcome } from '../../../src/modules/channels/adapters/outgoing.ts'
import type { MessageReceived } from '../../../src/modules/channels/adapters/update.ts'
import { whatsappAdapter as adapter } from '../../../src/modules/channels/adapters/whatsapp/whatsapp.adapter.ts'
import { dice } from '../../dice.ts'
import { lineTo, Receiver } from '../receiver.ts'
import { startWhatsappDouble, type WhatsappDouble } from '../whatsapp.ts'

export const PNG = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#3366ff' } }).png().toBuffer()
export const fileOf = (content: Buffer, mediaType = 'image/png', name = 'foto.png'): OutgoingFile =>
  ({ id: `file-${name}`, name, mediaType, size: content.length, content: async () => content, url: 'https://chat.example.com/f', link: 'https://chat.example.com/f' })

export const messageTo = (externalId: string, message: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  reference: 'ref-1', to: { externalId, aliases: [], phone: null, email: null }, author: 'BOT', text: '', menu: null, content: null, files: [], passage: 'FREE', ...message,
})

/** A double, our adapter before it, and what it tells, anew for each test. */
export class WhatsappLine {
  double!: WhatsappDouble
  hook!: Receiver
  line!: Line

  async open() {
    this.double = await startWhatsappDouble({ random: dice(7).roll, deliveries: { retryMs: 5, longestMs: 20, atOnce: 1 } })
    this.line = lineTo(this.double, adapter)
    this.hook = await Receiver.start(adapter, () => this.line, 'verify-me')
    await this.double.subscribe({ url: this.hook.url, secret: 'verify-me' })
  }

  async close() {
    await this.double.stop()
    await this.hook.stop()
  }

  /** Messages as they were written: webhooks come side by side. */
  inOrder(): MessageReceived[] {
    const order = [...this.double.ledger.sent]
    return this.hook.of('MESSAGE').toSorted((a, b) => order.indexOf(a.externalId) - order.indexOf(b.externalId))
  }

  async sendAll(message: OutgoingMessage): Promise<SendOutcome[]> {
    const outcomes: SendOutcome[] = []
    for (const part of adapter.compose(message, this.line)) outcomes.push(await adapter.send(part, message.files.filter(file => part.fileIds.includes(file.id)), this.line))
    return outcomes
  }

  async send(to: string, message: Partial<OutgoingMessage>): Promise<SendOutcome> {
    return (await this.sendAll(messageTo(to, message)))[0]!
  }
}

export function useWhatsappLine(): WhatsappLine {
  const stand = new WhatsappLine()
  beforeEach(() => stand.open())
  afterEach(() => stand.close())
  return stand
}
