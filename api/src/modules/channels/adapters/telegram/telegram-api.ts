import type { Line } from '../adapter.ts'
import { ProviderSilent, type ProviderAnswer, type ProviderRequest } from '../provider-http.ts'
import { number, object, text, type Json } from './telegram-json.ts'

export interface TelegramAnswer {
  /** Of the answer; Telegram repeats it in the body. */
  status: number
  ok: boolean
  result: unknown
  said?: string
  parameters: Json
}

/** One method of the Bot API. The address has the token in it, so what is said of a failure is said without. */
export async function askTelegram(line: Line, method: string, params: Json | FormData = {}): Promise<TelegramAnswer> {
  const body = params instanceof FormData ? { parts: params } : { json: params }
  const answer = await withoutToken(line, { url: `${line.profile.baseUrl}/bot${line.settings.botToken}/${method}`, method: 'POST', ...body, timeoutMs: line.profile.timeoutMs })
  return read(answer)
}

export async function withoutToken({ http, settings }: Line, request: ProviderRequest): Promise<ProviderAnswer> {
  try {
    return await http.call(request)
  } catch (error) {
    if (!(error instanceof ProviderSilent)) throw error
    // Neither the cause is handed on: it may name the address too.
    throw new ProviderSilent(error.message.replaceAll(settings.botToken || '\0', '…'), { mayHaveArrived: error.mayHaveArrived })
  }
}

function read({ status, json }: ProviderAnswer): TelegramAnswer {
  const { ok, result, description, error_code: code, parameters } = object(json)
  return { status: number(code) ?? status, ok: ok === true, result, said: text(description), parameters: object(parameters) }
}

export const failureOf = ({ status, said }: TelegramAnswer) => ({ code: String(status), message: said ?? 'Telegram gave no reason.' })
