import type { DoubleCustomer, DoubleMessage } from './double.ts'
import { chargedSegments } from './sms-charges.ts'
import { newSid, type KeptSms } from './sms-message.ts'
import type { SmsDouble } from './sms.ts'

const STOP = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'])
const START = new Set(['START', 'UNSTOP', 'YES'])

/** A phone that takes SMS. */
export class SmsCustomer implements DoubleCustomer {
  readonly id: string
  readonly inbox: DoubleMessage[] = []
  readonly #double: SmsDouble

  constructor(id: string, double: SmsDouble) {
    this.id = id
    this.#double = double
  }

  /** Of the keywords Twilio takes note itself, and tells us. */
  writes(text: string, more: Record<string, string> = {}): string {
    const word = text.trim().toUpperCase()
    if (STOP.has(word)) this.#double.optedOut.add(this.id)
    if (START.has(word)) this.#double.optedOut.delete(this.id)
    return this.#tell({ text, more })
  }

  /** There is nothing to tap: she answers with the number of the line. */
  taps(title: string): string {
    const number = /^(\d+)\. /.exec(this.inbox.at(-1)?.buttons.find(line => line.replace(/^\d+\. /, '').startsWith(title)) ?? '')?.[1]
    if (!number) throw new Error(`The last message has no line “${title}”.`)
    return this.writes(number)
  }

  sends({ mediaType, content, caption = '' }: { name: string; mediaType: string; content: Buffer; caption?: string }): string {
    return this.#tell({ text: caption, media: [{ sid: newSid('ME'), mediaType, content }] })
  }

  reads(): void {
    // Nobody is told.
  }

  #tell({ text, media = [], more = {} }: { text: string; media?: KeptSms['media']; more?: Record<string, string> }): string {
    const { settings, messages, ledger, url, webhookUrl } = this.#double
    const sid = newSid(media.length > 0 ? 'MM' : 'SM')
    const now = new Date()
    const segments = chargedSegments(text)
    messages.push({
      sid, direction: 'inbound', from: this.id, to: settings.from!, body: text, status: 'received', errorCode: null, segments, price: 0, media, at: now, changed: now,
    })
    ledger.sent.add(sid)
    const files = media.flatMap((file, place) => [
      [`MediaUrl${place}`, `${url}/2010-04-01/Accounts/${settings.accountSid}/Messages/${sid}/Media/${file.sid}`], [`MediaContentType${place}`, file.mediaType],
    ])
    if (webhookUrl) {
      this.#double.tell(webhookUrl, {
        ToCountry: 'DO', MessageSid: sid, SmsSid: sid, SmsMessageSid: sid, AccountSid: settings.accountSid!, From: this.id, To: settings.from!, Body: text,
        NumMedia: String(media.length), NumSegments: String(segments), SmsStatus: 'received', FromCountry: 'DO', ApiVersion: '2010-04-01', ...Object.fromEntries(files), ...more,
      })
    }
    return sid
  }
}
