import type { Line } from '../adapter.ts'
import type { OutgoingFile, OutgoingPart, SendOutcome } from '../outgoing.ts'
import { ProviderSilent } from '../provider-http.ts'
import { askTelegram, failureOf, type TelegramAnswer } from './telegram-api.ts'
import type { TelegramRequest } from './telegram-compose.ts'
import { Floods } from './telegram-flood.ts'
import { number, object } from './telegram-json.ts'

const floods = new Floods()

export async function sendTelegram({ request }: OutgoingPart, files: readonly OutgoingFile[], line: Line): Promise<SendOutcome> {
  const { method, params, file } = request as TelegramRequest
  const body = file && files[0] ? await formOf(params, file, files[0]) : params
  try {
    return outcomeOf(await askTelegram(line, method, body), String(params.chat_id), line)
  } catch (error) {
    if (!(error instanceof ProviderSilent)) throw error
    const failure = { code: 'SILENT', message: error.message }
    return error.mayHaveArrived ? { kind: 'UNKNOWN', failure } : { kind: 'RETRY', scope: 'ACCOUNT', failure }
  }
}

async function formOf(params: Record<string, unknown>, field: string, file: OutgoingFile): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of Object.entries(params)) form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  form.set(field, new File([new Uint8Array(await file.content())], file.name, { type: file.mediaType }))
  return form
}

function outcomeOf(answer: TelegramAnswer, chat: string, line: Line): SendOutcome {
  const failure = failureOf(answer)
  if (answer.ok) {
    const id = number(object(answer.result).message_id)
    return id === undefined ? { kind: 'UNKNOWN', failure } : { kind: 'ACCEPTED', externalId: `${chat}:${id}` }
  }
  const { status } = answer
  if (status === 429) return tooMany(answer, chat, line)
  // A webhook and somebody who polls get into each other's way; sending is not concerned for long.
  if (status === 409) return { kind: 'RETRY', scope: 'ACCOUNT', failure }
  if (status === 401 || status === 404) return { kind: 'ACCOUNT_STOPPED', failure }
  if (status === 400 || status === 403 || status === 413) return { kind: 'REFUSED', failure, because: reasonOf(answer) }
  return { kind: 'UNKNOWN', failure }
}

function tooMany(answer: TelegramAnswer, chat: string, { channelAccountId, now }: Line): SendOutcome {
  const afterMs = (number(answer.parameters.retry_after) ?? 1) * 1000
  return { kind: 'RETRY', scope: floods.scopeOf({ account: channelAccountId, chat, now, waitMs: afterMs }), failure: failureOf(answer), afterMs }
}

/** Telegram has no codes but those of HTTP, so its words are all there is. */
function reasonOf({ status, said = '', parameters }: TelegramAnswer) {
  if (/blocked by the user|bot was kicked/i.test(said)) return 'OPTED_OUT'
  // A group that became a larger one has another id; groups are not written to.
  if (status === 403 || parameters.migrate_to_chat_id !== undefined || /chat not found|user not found|PEER_ID_INVALID|deactivated/i.test(said)) return 'UNREACHABLE'
  if (status === 413 || /too (big|large)/i.test(said)) return 'TOO_LARGE'
  return 'CONTENT'
}
