import type { Answered, Asked } from './provider-server.ts'
import { chargedSegments } from './sms-charges.ts'
import { newSid, type KeptSms } from './sms-message.ts'
import type { SmsDouble } from './sms.ts'

const ERRORS: Record<string, [number, string]> = {
  20003: [401, 'Authenticate'],
  20404: [404, 'The requested resource was not found'],
  20429: [429, 'Too Many Requests'],
  21211: [400, "Invalid 'To' Phone Number"],
  21603: [400, "A 'From' phone number is required."],
  21610: [400, 'Attempt to send to unsubscribed recipient'],
  21614: [400, "'To' number is not a valid mobile number"],
  21617: [400, 'The concatenated message body exceeds the 1600 character limit'],
  21602: [400, 'Message body is required.'],
  21623: [400, 'Number of media files exceeds allowed limit'],
  21659: [400, "'From' is not a Twilio phone number or short code country mismatch"],
}

/** What of Twilio's REST API we use. */
export class SmsApi {
  readonly #double: SmsDouble

  constructor(double: SmsDouble) {
    this.#double = double
  }

  answer(asked: Asked): Answered {
    const { settings, serviceSid } = this.#double
    const { method, path } = asked
    const account = `/2010-04-01/Accounts/${settings.accountSid}`
    if (!this.#isKnown(asked)) return this.#refuse('20003')
    if (path === `/v1/Services/${serviceSid}`) return { status: 200, body: { sid: serviceSid, friendly_name: 'Servicio', inbound_request_url: this.#double.webhookUrl } }
    if (path === `${account}.json`) return { status: 200, body: { sid: settings.accountSid, friendly_name: 'Cuenta de prueba', status: 'active', type: 'Full' } }
    if (path === `${account}/IncomingPhoneNumbers.json`) return this.#numbers(asked.query.get('PhoneNumber') ?? '')
    if (path === `${account}/Messages.json`) return method === 'POST' ? this.#send(new URLSearchParams(asked.body.toString())) : this.#list(asked.query)
    const [, sid, media] = new RegExp(`^${account}/Messages/(\\w+)/Media(?:/(\\w+)|\\.json)$`).exec(path) ?? []
    if (sid && media) return { status: 307, headers: { location: `${this.#double.filesUrl}/${media}?signature=abc` } }
    if (sid) return this.#mediaOf(sid)
    const one = this.#double.messages.find(message => path === `${account}/Messages/${message.sid}.json`)
    return one ? { status: 200, body: this.#resource(one) } : this.#refuse('20404')
  }

  #isKnown({ headers }: Asked): boolean {
    const { settings, faults } = this.#double
    return !faults.isLockedOut && headers.authorization === `Basic ${Buffer.from(`${settings.accountSid}:${settings.authToken}`).toString('base64')}`
  }

  #refuse(code: string, headers: Record<string, string> = {}): Answered {
    const [status, message] = ERRORS[code]!
    this.#double.ledger.refused.push({ code, at: new Date() })
    return { status, headers, body: { code: Number(code), message, more_info: `https://www.twilio.com/docs/errors/${code}`, status } }
  }

  #send(form: URLSearchParams): Answered {
    const { faults, settings, serviceSid } = this.#double
    if (faults.tooMany > 0) return faults.tooMany--, this.#refuse('20429', { 'retry-after': String(faults.retryAfter) })
    if (faults.failing > 0) return faults.failing--, { status: 500, type: 'text/html', body: '<h1>Internal Server Error</h1>' }
    const [to, from, service, body] = ['To', 'From', 'MessagingServiceSid', 'Body'].map(name => form.get(name) ?? '') as [string, string, string, string]
    if (!from && service !== serviceSid) return this.#refuse('21603')
    if (from && from !== settings.from) return this.#refuse('21659')
    if (!/^\+[1-9]\d{6,14}$/.test(to)) return this.#refuse('21211')
    // A landline of this world.
    if (to.startsWith('+1809555000')) return this.#refuse('21614')
    if (body.length > 1600) return this.#refuse('21617')
    if (!body && !form.has('MediaUrl')) return this.#refuse('21602')
    if (form.getAll('MediaUrl').length > 10) return this.#refuse('21623')
    if (this.#double.optedOut.has(to)) return this.#refuse('21610')
    const message = this.#accept({ to, body, form })
    if (faults.silentAfterAccepting > 0) return faults.silentAfterAccepting--, 'HANG_UP'
    // What becomes of it is told later, and may be told before this answer arrives.
    return { status: 201, body: { ...this.#resource(message), status: 'queued', price: null } }
  }

  #accept({ to, body, form }: { to: string; body: string; form: URLSearchParams }): KeptSms {
    const { settings, messages, ledger, faults } = this.#double
    const urls = form.getAll('MediaUrl')
    const segments = urls.length > 0 ? 1 : chargedSegments(body)
    const now = new Date()
    const message: KeptSms = {
      sid: newSid(urls.length > 0 ? 'MM' : 'SM'), direction: 'outbound-api', from: settings.from!, to, body, status: 'queued', errorCode: null,
      segments, price: segments * 8, media: [], at: now, changed: now,
    }
    messages.push(message)
    const callback = form.get('StatusCallback')
    const reference = callback ? new URL(callback).searchParams.get('ref') ?? undefined : undefined
    if (!faults.undelivered) {
      ledger.accepted.push({ id: message.sid, to, text: body, at: now, ...(reference ? { reference } : {}) })
      this.#double.customer(to).inbox.push({
        id: message.sid, at: now, text: body, buttons: body.split('\n').filter(line => /^\d+\. /.test(line)),
        files: urls.map(url => ({ name: url, mediaType: 'application/octet-stream', size: 0 })), raw: Object.fromEntries(form),
      })
    }
    this.#tellStatuses(message, callback)
    return message
  }

  /** Each step is told by itself; what is told later may arrive earlier. */
  #tellStatuses(message: KeptSms, callback: string | null) {
    const { faults, settings } = this.#double
    const steps = ['queued', 'sending', 'sent', faults.undelivered ? 'undelivered' : 'delivered']
    for (const status of steps) {
      const code = status === 'undelivered' ? faults.undelivered : null
      Object.assign(message, { status, errorCode: code, changed: new Date() })
      if (callback && !faults.isMute) {
        this.#double.tell(callback, {
          MessageSid: message.sid, SmsSid: message.sid, MessageStatus: status, SmsStatus: status, To: message.to, From: message.from,
          AccountSid: settings.accountSid!, ApiVersion: '2010-04-01', ...(code ? { ErrorCode: code } : {}),
        })
      }
    }
  }

  #list(query: URLSearchParams): Answered {
    const since = query.get('DateSent>') ?? ''
    const size = Number(query.get('PageSize') ?? 50)
    const page = Number(query.get('Page') ?? 0)
    const all = this.#double.messages.filter(({ at }) => !since || new Date(at.toUTCString()) >= new Date(since)).toReversed()
    const more = new URLSearchParams({ 'DateSent>': since, PageSize: String(size), Page: String(page + 1) })
    const path = `/2010-04-01/Accounts/${this.#double.settings.accountSid}/Messages.json`
    return {
      status: 200,
      body: { messages: all.slice(page * size, (page + 1) * size).map(one => this.#resource(one)), page, page_size: size, next_page_uri: (page + 1) * size < all.length ? `${path}?${more}` : null },
    }
  }

  #resource({ sid, direction, from, to, body, status, errorCode, segments, price, media, at, changed }: KeptSms) {
    return {
      sid, account_sid: this.#double.settings.accountSid, direction, from, to, body, status, error_code: errorCode === null ? null : Number(errorCode), error_message: null,
      num_segments: String(segments), num_media: String(media.length), price: price ? `-${(price / 1000).toFixed(4)}` : null, price_unit: 'USD', messaging_service_sid: null,
      date_created: at.toUTCString(), date_sent: at.toUTCString(), date_updated: changed.toUTCString(), api_version: '2010-04-01',
      uri: `/2010-04-01/Accounts/${this.#double.settings.accountSid}/Messages/${sid}.json`,
    }
  }

  #numbers(asked: string): Answered {
    const { settings, webhookUrl } = this.#double
    const number = { phone_number: settings.from, friendly_name: settings.from, capabilities: { sms: true, mms: false, voice: true }, sms_url: webhookUrl }
    return { status: 200, body: { incoming_phone_numbers: asked === settings.from ? [number] : [] } }
  }

  #mediaOf(sid: string): Answered {
    const media = this.#double.messages.find(message => message.sid === sid)?.media ?? []
    const uri = (id: string) => `/2010-04-01/Accounts/${this.#double.settings.accountSid}/Messages/${sid}/Media/${id}.json`
    return { status: 200, body: { media_list: media.map(file => ({ sid: file.sid, content_type: file.mediaType, uri: uri(file.sid) })) } }
  }

  /** By an address that is signed for itself: who shows the account's token too is sent away, as such stores do. */
  file({ path, headers, query }: Asked): Answered {
    if (headers.authorization || query.get('signature') !== 'abc') return { status: 400, type: 'application/xml', body: '<Error><Code>InvalidArgument</Code></Error>' }
    const file = this.#double.messages.flatMap(message => message.media).find(({ sid }) => path === `/${sid}`)
    return file ? { status: 200, type: file.mediaType, body: file.content } : { status: 404 }
  }
}
