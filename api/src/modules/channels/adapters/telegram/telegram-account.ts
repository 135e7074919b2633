import type { CheckedLine, Line } from '../adapter.ts'
import { ProviderSilent } from '../provider-http.ts'
import { askTelegram, failureOf } from './telegram-api.ts'
import { number, object, text } from './telegram-json.ts'

/** Asks the bot for its name, and how the deliveries to us go. */
export const checkTelegram = (line: Line): Promise<CheckedLine> => unlessSilent(async () => {
  const [me, hook] = await Promise.all([askTelegram(line, 'getMe'), askTelegram(line, 'getWebhookInfo')])
  if (!me.ok) return { isGood: false, problem: failureOf(me) }
  const { first_name: name, username, can_join_groups: joins } = object(me.result)
  return {
    isGood: true, name: text(name), address: `@${text(username) ?? ''}`, settings: { botUsername: text(username) ?? '' },
    facts: { ...deliveries(object(hook.result), line), groups: joins === true ? 'yes' : 'no' },
  }
})

/** What waits there, and why: Telegram keeps it for a day. */
function deliveries(info: ReturnType<typeof object>, { webhookUrl }: Line): Record<string, string> {
  const at = number(info.last_error_date)
  return {
    webhook: info.url === webhookUrl ? 'yes' : 'no', waiting: String(number(info.pending_update_count) ?? 0),
    ...(at === undefined ? {} : { lastErrorAt: new Date(at * 1000).toISOString(), lastError: text(info.last_error_message) ?? '' }),
  }
}

export const connectTelegram = (line: Line, { url, secret }: { url: string; secret: string }): Promise<CheckedLine> => unlessSilent(async () => {
  const { updates, webhookConnections } = line.profile.limits
  const set = await askTelegram(line, 'setWebhook', {
    url, secret_token: secret, allowed_updates: String(updates).split(' '), max_connections: Number(webhookConnections),
  })
  return set.ok ? await checkTelegram({ ...line, webhookUrl: url }) : { isGood: false, problem: failureOf(set) }
})

/** What has not been delivered is kept, in case that the bot is connected again. */
export async function disconnectTelegram(line: Line): Promise<void> {
  await askTelegram(line, 'deleteWebhook', { drop_pending_updates: false })
}

async function unlessSilent(work: () => Promise<CheckedLine>): Promise<CheckedLine> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProviderSilent) return { isGood: false, problem: { code: 'SILENT', message: error.message } }
    throw error
  }
}
