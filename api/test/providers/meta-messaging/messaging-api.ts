import { setTimeout as sleep } from 'node:timers/promises'
import type { Answered, Asked } from '../provider-server.ts'
import { checkMessage } from './message-rules.ts'
import type { MessagingCustomer } from './messaging-customer.ts'
import type { MessagingDouble } from './messaging-double.ts'
import { MessagingError, wrong } from './messaging-error.ts'
import { shownOf } from './shown.ts'

type Body = Record<string, any>

const HOUR = 3_600_000

/** Graph's calls about one account. */
export class MessagingApi {
  readonly #double: MessagingDouble
  #sends: number[] = []

  constructor(double: MessagingDouble) {
    this.#double = double
  }

  async answer(asked: Asked): Promise<Answered> {
    const path = asked.path.split('/').filter(Boolean).map(decodeURIComponent)
    this.#double.calls.push(`${asked.method} ${path.slice(1).join('/')}`)
    if (path[0] === 'cdn') return this.#file(path[1]!)
    try {
      return await this.#route(asked, path)
    } catch (error) {
      if (!(error instanceof MessagingError)) throw error
      this.#double.ledger.refused.push({ code: String(error.code), at: new Date(this.#double.now()) })
      return { status: error.status, body: error.body }
    }
  }

  #file(key: string): Answered {
    const file = this.#double.files.find(key)
    return file ? { status: 200, body: file.content, type: file.mediaType } : { status: 404 }
  }

  async #route(asked: Asked, [version, id = '', edge = '']: string[]): Promise<Answered> {
    const { settings, faults, accountId } = this.#double
    if (asked.headers.authorization !== `Bearer ${settings['accessToken']}` || faults.isRevoked) throw new MessagingError(190, 'Invalid OAuth 2.0 Access Token')
    if (!/^v\d+\.\d+$/.test(version!)) throw new MessagingError(2500, 'Unknown path components.')
    if (id !== accountId) return ok(edge === 'messages' ? this.#past(id, asked) : this.#profile(id))
    switch (`${asked.method} ${edge}`) {
      case 'GET ': return ok({ id: accountId, ...this.#double.account })
      case 'GET subscribed_apps': return ok({ data: this.#double.subscribedFields ? [{ id: settings['appId'], name: 'BotPro', subscribed_fields: this.#double.subscribedFields }] : [] })
      case 'POST subscribed_apps': return ok(this.#double.setSubscription((asked.query.get('subscribed_fields') ?? '').split(',')))
      case 'DELETE subscribed_apps': return ok(this.#double.setSubscription(null))
      case 'GET conversations': return ok(this.#conversations(asked))
      case 'POST message_attachments': return ok(await this.#upload(asked))
      case 'POST messages': return this.#messages(jsonOf(asked))
      default: return wrong('Unsupported request.')
    }
  }

  #conversations({ query }: Asked): object {
    const { book, faults, dialect } = this.#double
    if (query.get('platform') !== dialect.platform) wrong('platform is another.')
    book.count(Date.now(), faults.conversationsPerSecond)
    return book.conversations(query)
  }

  #past(id: string, { query }: Asked): object {
    this.#double.book.count(Date.now(), this.#double.faults.conversationsPerSecond)
    return this.#double.book.messages(id, query)
  }

  #profile(id: string): object {
    const customer = this.#double.known(id) ?? this.#stranger()
    const { first_name, last_name, locale, name, username } = customer.profile
    return this.#double.dialect.kind === 'INSTAGRAM' ? { id, name, username } : { id, first_name, last_name, locale }
  }

  #stranger(): never {
    throw new MessagingError(100, 'No matching user found', { subcode: this.#double.dialect.strangerSubcode })
  }

  async #upload({ headers, body }: Asked): Promise<object> {
    if (!this.#double.dialect.mayUpload) wrong('Nothing can be uploaded here.')
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData()
    const file = form.get('filedata')
    if (!(file instanceof File)) return wrong('filedata is missing.')
    if (file.size > 25 * 1024 ** 2) throw new MessagingError(100, 'Attachment size exceeds allowable limit', { subcode: 2018109 })
    return { attachment_id: this.#double.files.put({ name: file.name, mediaType: file.type, content: Buffer.from(await file.arrayBuffer()) }) }
  }

  async #messages(body: Body): Promise<Answered> {
    const { faults } = this.#double
    const { refuse } = faults
    if (refuse && this.#double.random() < refuse.share) throw new MessagingError(refuse.code, 'The double was told to refuse.', refuse)
    if (body['sender_action']) return this.#signalled(body)
    checkMessage(body, this.#double.dialect)
    const to = this.#double.known(String(body['recipient'].id)) ?? this.#stranger()
    this.#mayReach(to, body)
    const id = this.#double.accept(to, { body, shown: await shownOf(body['message'], this.#double.files) })
    if (faults.echoBeforeAnswer) await Promise.race([this.#double.settled(), sleep(1000)])
    if (faults.answerAfterMs > 0) await sleep(faults.answerAfterMs)
    if (this.#double.random() < faults.silentAfterAccepting) return 'HANG_UP'
    if (this.#double.random() < faults.failAfterAccepting) throw new MessagingError(1200, 'Temporary send message failure. Please try again later.', { status: 500 })
    return ok({ recipient_id: to.id, message_id: id })
  }

  #mayReach(to: MessagingCustomer, { messaging_type: type }: Body): void {
    const { dialect } = this.#double
    if (!to.isReachable) throw new MessagingError(551, 'This person isn’t available right now.', { subcode: 1545041 })
    const since = this.#double.now() - to.lastWroteAt
    if (since > (type === 'MESSAGE_TAG' ? 168 : 24) * HOUR) throw new MessagingError(10, 'This message is sent outside of allowed window.', { subcode: dialect.windowSubcode })
    const now = Date.now()
    this.#sends = this.#sends.filter(at => at > now - 1000)
    if (this.#sends.length >= this.#double.faults.perSecond) throw new MessagingError(613, 'Calls to this api have exceeded the rate limit.')
    this.#sends.push(now)
  }

  #signalled({ sender_action: action, recipient, ...rest }: Body): Answered {
    if (rest['message'] !== undefined) wrong('An action goes alone.')
    if (!['typing_on', 'typing_off', 'mark_seen'].includes(action)) wrong('There is no such action.')
    this.#double.signals.push({ to: recipient.id, action })
    return ok({ recipient_id: recipient.id })
  }
}

const ok = (body: object): Answered => ({ status: 200, body })

function jsonOf({ body }: Asked): Body {
  try {
    return JSON.parse(body.toString('utf8')) as Body
  } catch {
    return wrong('The body is no JSON.')
  }
}
