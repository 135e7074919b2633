import type { CheckedLine, Line } from '../adapter.ts'
import { GraphRefused } from '../meta/graph-error.ts'
import { askAll, askGraph } from '../meta/graph.ts'
import type { Json } from '../meta/json.ts'
import { ProviderSilent } from '../provider-http.ts'
import { accountIdOf, type MessagingKind } from './messaging-kind.ts'
import { namesOf } from './messaging-limits.ts'

/** Asks for the account, and whether what happens on it is told to the app: Meta ends that after an hour without an answer. */
export const checkMessaging = (line: Line, kind: MessagingKind): Promise<CheckedLine> => told(async () => {
  const account = await askGraph(line, { path: accountIdOf(line.settings, kind), query: { fields: kind.accountFields } })
  const problem = await subscriptionProblem(line, kind)
  const [name, username] = [account.at('name').text, account.at('username').id]
  const shown = { ...((name ?? username) && { name: name ?? username }), ...(username && { address: `@${username}`, settings: { username } }) }
  return { isGood: !problem, ...shown, ...(problem && { problem }) }
})

/** Has Meta tell the app what happens on the account, also again. The address it tells it to is one of the app's settings. */
export const connectMessaging = (line: Line, kind: MessagingKind): Promise<CheckedLine> => told(async () => {
  await askGraph(line, { path: edge(line, kind), method: 'POST', query: { subscribed_fields: fieldsOf(line).join(',') } })
  return checkMessaging(line, kind)
})

/** Best effort: who took our token away has left already. */
export async function disconnectMessaging(line: Line, kind: MessagingKind): Promise<void> {
  await told(async () => {
    await askGraph(line, { path: edge(line, kind), method: 'DELETE' })
    return { isGood: true }
  })
}

async function subscriptionProblem(line: Line, kind: MessagingKind): Promise<CheckedLine['problem']> {
  const app = (await askAll(line, { path: edge(line, kind) })).find(row => row.at('id').id === line.settings['appId'])
  if (!app) return { code: 'UNSUBSCRIBED', message: 'The app is not subscribed to the account: Meta tells it nothing.' }
  const missing = fieldsOf(line).filter(field => !subscribedTo(app).includes(field))
  return missing.length > 0 ? { code: 'UNSUBSCRIBED', message: `The app is not subscribed to ${missing.join(', ')}.` } : undefined
}

const edge = ({ settings }: Line, kind: MessagingKind) => `${accountIdOf(settings, kind)}/subscribed_apps`

const fieldsOf = ({ profile }: Line) => namesOf(profile, 'subscribedFields')

const subscribedTo = (app: Json): (string | undefined)[] => app.at('subscribed_fields').list.map(({ text }) => text)

async function told(ask: () => Promise<CheckedLine>): Promise<CheckedLine> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof GraphRefused) return { isGood: false, problem: error.failure }
    if (error instanceof ProviderSilent) return { isGood: false, problem: { code: 'NO_ANSWER', message: error.message } }
    throw error
  }
}
