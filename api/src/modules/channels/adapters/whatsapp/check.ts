import type { CheckedLine, Line } from '../adapter.ts'
import { askGraph } from '../meta/graph.ts'
import { GraphRefused } from '../meta/graph-error.ts'
import type { Json } from '../meta/json.ts'
import { ProviderSilent } from '../provider-http.ts'

const FIELDS = 'display_phone_number,verified_name,quality_rating,status,name_status'

/** Asks for the number, and whether what happens on it is told to the app at all. */
export const checkWhatsapp = (line: Line): Promise<CheckedLine> => told(async () => {
  const number = await askGraph(line, { path: line.settings['phoneNumberId']!, query: { fields: FIELDS } })
  const problem = problemOf(number) ?? await subscriptionProblem(line)
  return { isGood: !problem, ...factsOf(number), ...(problem && { problem }) }
})

/** Has Meta tell the app what happens on the business account. The address it tells it to is one of the app's settings. */
export const connectWhatsapp = (line: Line): Promise<CheckedLine> => told(async () => {
  await askGraph(line, { path: `${line.settings['wabaId']}/subscribed_apps`, method: 'POST' })
  return checkWhatsapp(line)
})

type Problem = NonNullable<CheckedLine['problem']>

function problemOf(number: Json): Problem | undefined {
  const status = number.at('status').text
  return status && status !== 'CONNECTED' ? { code: 'NUMBER_STATUS', message: `The number is ${status}.` } : undefined
}

async function subscriptionProblem(line: Line): Promise<Problem | undefined> {
  const apps = await askGraph(line, { path: `${line.settings['wabaId']}/subscribed_apps` })
  return apps.at('data').list.length > 0 ? undefined : { code: 'UNSUBSCRIBED', message: 'The app is not subscribed to the business account.' }
}

function factsOf(number: Json): Partial<CheckedLine> {
  const [name, address, quality, status] = ['verified_name', 'display_phone_number', 'quality_rating', 'status'].map(field => number.at(field).text)
  const digits = address?.replace(/\D/g, '')
  return {
    ...(name && { name }), ...(address && { address }), ...(quality && { quality }), ...(status && { facts: { status } }),
    // Links lead to it.
    ...(digits && { settings: { phone: `+${digits}` } }),
  }
}

async function told(ask: () => Promise<CheckedLine>): Promise<CheckedLine> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof GraphRefused) return { isGood: false, problem: error.failure }
    if (error instanceof ProviderSilent) return { isGood: false, problem: { code: 'SILENT', message: error.message } }
    throw error
  }
}
