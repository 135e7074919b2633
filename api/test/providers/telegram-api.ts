import type { Answered, Asked } from './provider-server.ts'
import type { TelegramDouble } from './telegram.ts'

type Params = Record<string, unknown>

/** A file of a request, as it came in its form. */
interface Uploaded { field: string; name: string; mediaType: string; size: number }

const PHOTO_BYTES = 10 * 1024 ** 2
const UPLOAD_BYTES = 50 * 1024 ** 2
const DOWNLOAD_BYTES = 20 * 1024 ** 2
/** Methods that send, with what each must have. */
const SENDS: Record<string, string[]> = {
  sendMessage: ['text'], sendPhoto: ['photo'], sendDocument: ['document'], sendAudio: ['audio'], sendVoice: ['voice'], sendVideo: ['video'], sendAnimation: ['animation'],
  sendLocation: ['latitude', 'longitude'], sendVenue: ['latitude', 'longitude', 'title', 'address'], sendContact: ['phone_number', 'first_name'],
}

/** What of the Bot API we, and the bot library, use. Limits are Telegram's, written down here by themselves. */
export class TelegramApi {
  readonly #double: TelegramDouble

  constructor(double: TelegramDouble) {
    this.#double = double
  }

  async answer(asked: Asked): Promise<Answered> {
    const { faults, settings } = this.#double
    const [, file, token, rest] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(asked.path) ?? []
    if (!token) return this.#refuse(404, 'Not Found')
    if (faults.isRevoked || token !== settings.botToken) return this.#refuse(401, 'Unauthorized')
    if (file) return this.#content(rest!)
    if (faults.failing > 0) return faults.failing--, { status: 502, type: 'text/html', body: '<html>502 Bad Gateway</html>' }
    const { params, files } = await paramsOf(asked)
    return rest! in SENDS ? this.#send(rest!, params, files) : this.#do(rest!, params)
  }

  #do(method: string, params: Params): Answered {
    const double = this.#double
    switch (method) {
      case 'getMe': return ok({ id: 7000000001, is_bot: true, first_name: 'Tienda', username: double.settings.botUsername, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false })
      case 'setWebhook': return this.#setWebhook(params)
      case 'deleteWebhook': return double.webhook = null, ok(true)
      case 'getWebhookInfo': return ok(this.#webhookInfo())
      case 'getUpdates': return double.webhook ? this.#refuse(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first") : ok([])
      case 'answerCallbackQuery': return this.#answerTap(String(params.callback_query_id ?? ''))
      case 'sendChatAction': return double.actions.push({ chat: String(params.chat_id), action: String(params.action) }), ok(true)
      case 'getFile': return this.#file(String(params.file_id ?? ''))
      default: return this.#refuse(404, 'Not Found: method not found')
    }
  }

  #setWebhook({ url, secret_token: secret = '', allowed_updates: allowed, max_connections: connections = 40 }: Params): Answered {
    if (typeof url !== 'string' || !URL.canParse(url)) return this.#refuse(400, 'Bad Request: bad webhook: invalid URL specified')
    if (!/^[A-Za-z0-9_-]{0,256}$/.test(String(secret))) return this.#refuse(400, 'Bad Request: secret token contains unallowed characters')
    this.#double.setWebhook({ url, secret: String(secret), allowed: Array.isArray(allowed) ? allowed : null, connections: Math.min(Math.max(Number(connections), 1), 100) })
    return { status: 200, body: { ok: true, result: true, description: 'Webhook was set' } }
  }

  #webhookInfo() {
    const { webhook, deliveries, waiting } = this.#double
    const failed = deliveries.answers.findLast(status => status !== 200)
    return {
      url: webhook?.url ?? '', has_custom_certificate: false, pending_update_count: Math.max(waiting, 0), max_connections: webhook?.connections ?? 40,
      ...(webhook?.allowed ? { allowed_updates: webhook.allowed } : {}),
      ...(failed === undefined ? {} : { last_error_date: Math.floor(Date.now() / 1000), last_error_message: failed ? `Wrong response from the webhook: ${failed}` : 'Connection refused' }),
    }
  }

  #answerTap(id: string): Answered {
    if (!this.#double.ledger.sent.has(`callback:${id}`)) return this.#refuse(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid')
    this.#double.answered.add(`callback:${id}`)
    return ok(true)
  }

  #send(method: string, params: Params, files: Uploaded[]): Answered {
    const { faults, customers, limits } = this.#double
    const customer = customers.get(String(params.chat_id))
    if (!customer) return this.#refuse(400, 'Bad Request: chat not found')
    if (customer.isBlocking) return this.#refuse(403, 'Forbidden: bot was blocked by the user')
    const wait = faults.tooMany > 0 ? (faults.tooMany--, faults.retryAfter) : limits.waitFor(customer.id, Date.now())
    if (wait > 0) return this.#refuse(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait })
    const wrong = wrongIn(method, params, files)
    if (wrong) return this.#refuse(wrong.startsWith('Request Entity') ? 413 : 400, wrong)
    const message = this.#arrive(customer.id, params, files)
    return faults.silentAfterAccepting > 0 ? (faults.silentAfterAccepting--, 'HANG_UP') : ok(message)
  }

  #arrive(chat: string, params: Params, files: Uploaded[]) {
    const customer = this.#double.customer(chat)
    const number = customer.nextNumber()
    const at = new Date()
    const { chat_id: _chat, reply_parameters: _answered, ...shown } = params
    const message = { message_id: number, from: { id: 7000000001, is_bot: true, first_name: 'Tienda', username: this.#double.settings.botUsername }, chat: customer.chat, date: Math.floor(at.getTime() / 1000), ...shown }
    const text = String(params.text ?? params.caption ?? '')
    const buttons = rowsOf(params.reply_markup).flat().map(({ text: title }) => String(title))
    customer.inbox.push({ id: `${chat}:${number}`, number, message, at, text, buttons, files, raw: params })
    this.#double.ledger.accepted.push({ id: `${chat}:${number}`, to: chat, text, at })
    return message
  }

  #file(id: string): Answered {
    const file = this.#double.files.get(id)
    if (!file) return this.#refuse(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
    if (file.size > DOWNLOAD_BYTES) return this.#refuse(400, 'Bad Request: file is too big')
    return ok({ file_id: id, file_unique_id: id.slice(0, 12), file_size: file.size, file_path: file.path })
  }

  #content(path: string): Answered {
    const file = [...this.#double.files.values()].find(one => one.path === path)
    return file ? { status: 200, type: 'application/octet-stream', body: file.content } : this.#refuse(404, 'Not Found')
  }

  #refuse(code: number, description: string, parameters?: Params): Answered {
    this.#double.ledger.refused.push({ code: String(code), at: new Date() })
    return { status: code, body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) } }
  }
}

const ok = (result: unknown): Answered => ({ status: 200, body: { ok: true, result } })

/** By JSON, by form, or in parts with files. */
async function paramsOf({ headers, body, query }: Asked): Promise<{ params: Params; files: Uploaded[] }> {
  const type = headers['content-type'] ?? ''
  if (type.includes('json')) return { params: JSON.parse(body.toString() || '{}') as Params, files: [] }
  if (!type.includes('form')) return { params: Object.fromEntries(query), files: [] }
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const files: Uploaded[] = []
  const params: Params = {}
  for (const [field, value] of form) {
    if (typeof value !== 'string') files.push({ field, name: value.name, mediaType: value.type, size: value.size })
    params[field] = typeof value === 'string' ? parsed(field, value) : `attach://${field}`
  }
  return { params, files }
}

/** Forms end lines with two characters; Telegram takes the first of them out again. Objects come as JSON. */
const parsed = (field: string, value: string): unknown =>
  (/^(reply_markup|reply_parameters|allowed_updates)$/.test(field) ? JSON.parse(value) as unknown : value.replaceAll('\r', ''))

function rowsOf(markup: unknown): Params[][] {
  const { inline_keyboard: inline, keyboard } = (markup ?? {}) as { inline_keyboard?: Params[][]; keyboard?: Params[][] }
  return inline ?? keyboard ?? []
}

/** What Telegram would say against it. */
function wrongIn(method: string, params: Params, files: Uploaded[]): string | undefined {
  const missing = SENDS[method]!.find(name => !String(params[name] ?? '').trim())
  if (missing) return missing === 'text' ? 'Bad Request: message text is empty' : `Bad Request: parameter "${missing}" is required`
  if (String(params.text ?? '').length > 4096) return 'Bad Request: message is too long'
  if (String(params.caption ?? '').length > 1024) return 'Bad Request: message caption is too long'
  if (files.some(({ size }) => size > UPLOAD_BYTES)) return 'Request Entity Too Large'
  if (method === 'sendPhoto' && files.some(({ size }) => size > PHOTO_BYTES)) return 'Bad Request: file is too big for a photo'
  const buttons = rowsOf(params.reply_markup).flat()
  if (buttons.length > 100) return 'Bad Request: reply markup is too long'
  for (const { text, callback_data: data, request_contact: asks, url } of buttons) {
    if (!String(text ?? '').trim()) return 'Bad Request: inline keyboard button text is empty'
    if (url !== undefined) {
      if (!/^(https?|tg):\/\/[^\s]+\.[^\s]+/.test(String(url))) return 'Bad Request: BUTTON_URL_INVALID'
      continue
    }
    const bytes = Buffer.byteLength(String(data ?? ''))
    if (!asks && (bytes < 1 || bytes > 64)) return 'Bad Request: BUTTON_DATA_INVALID'
  }
  return undefined
}
