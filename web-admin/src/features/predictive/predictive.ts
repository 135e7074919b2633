import type { PredictivePurpose, PredictiveTable_PredictiveModelFragment as Model } from '../../contract/graphql.ts'

export const PURPOSES: PredictivePurpose[] = ['GENERATE', 'CLASSIFY', 'RERANK', 'ENCODE']

/** A model as it is being written: the name of one for each purpose, empty where it is not there for it. */
export interface ModelDraft {
  name: string
  baseUrl: string
  apiKey: string
  dropsKey: boolean
  models: Record<PredictivePurpose, string>
  isOn: boolean
  monthlyCalls: number
  timeoutSeconds: number
}

export const newDraft = (): ModelDraft => ({
  name: '', baseUrl: '', apiKey: '', dropsKey: false, models: { GENERATE: '', CLASSIFY: '', RERANK: '', ENCODE: '' },
  isOn: true, monthlyCalls: 10_000, timeoutSeconds: 6,
})

export function draftOf({ name, baseUrl, uses, isOn, monthlyCalls, timeoutMs }: Model): ModelDraft {
  const models = { ...newDraft().models, ...Object.fromEntries(uses.map(({ purpose, model }) => [purpose, model])) }
  return { ...newDraft(), name, baseUrl, models, isOn, monthlyCalls, timeoutSeconds: timeoutMs / 1000 }
}

/** What the server is sent; a key that nobody typed stays what it is. */
export function inputOf({ name, baseUrl, apiKey, dropsKey, models, isOn, monthlyCalls, timeoutSeconds }: ModelDraft) {
  const uses = PURPOSES.filter(purpose => models[purpose].trim()).map(purpose => ({ purpose, model: models[purpose].trim() }))
  const key = dropsKey ? '' : apiKey.trim() || undefined
  return { name: name.trim(), baseUrl: baseUrl.trim(), apiKey: key, uses, isOn, monthlyCalls, timeoutMs: Math.round(timeoutSeconds * 1000) }
}

export type ModelField = 'name' | 'baseUrl' | 'apiKey' | 'uses' | 'purpose' | 'monthlyCalls' | 'timeoutMs'

/** The first field that cannot be sent as it is. */
export function problemOf(draft: ModelDraft): ModelField | undefined {
  const { name, baseUrl, uses, monthlyCalls, timeoutMs } = inputOf(draft)
  if (!name) return 'name'
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) return 'baseUrl'
  if (uses.length === 0) return 'uses'
  if (!Number.isInteger(monthlyCalls) || monthlyCalls < 1 || monthlyCalls > 10_000_000) return 'monthlyCalls'
  if (!(timeoutMs >= 500 && timeoutMs <= 7000)) return 'timeoutMs'
}

/** Which part of the form a refusal of the server's is about: `uses.1.purpose` is a purpose that another serves. */
export function fieldOf(field: string): ModelField {
  if (field.endsWith('.purpose')) return 'purpose'
  return field.startsWith('uses') ? 'uses' : field as ModelField
}

/** The first day of this month and today, where the company is. */
export function monthSoFar(today: string): { from: string; to: string } {
  return { from: `${today.slice(0, 7)}-01`, to: today }
}

/** Which day it is in a zone. */
export const dayIn = (now: Date, timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
