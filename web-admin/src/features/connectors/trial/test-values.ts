import type { ConnectorValueType } from '../../../contract/graphql.ts'

export interface TestedInput { name: string; type: ConnectorValueType; isRequired: boolean; description?: string }

/** What was typed for the inputs, as the kinds that they are of; `wrong` are those that are none. What is empty is not given. */
export function valuesOf(inputs: TestedInput[], typed: Record<string, string>): { values: Record<string, unknown>; wrong: string[] } {
  const values: Record<string, unknown> = {}
  const wrong: string[] = []
  for (const { name, type, isRequired } of inputs) {
    const text = (typed[name] ?? '').trim()
    const value = text ? valueOf(type, text) : undefined
    if (value !== undefined) values[name] = value
    else if (text || isRequired) wrong.push(name)
  }
  return { values, wrong }
}

/** Undefined for what is not of that kind. */
function valueOf(type: ConnectorValueType, text: string): unknown {
  if (type === 'NUMBER') return Number.isFinite(Number(text)) ? Number(text) : undefined
  if (type === 'YES_NO') return text === 'true' ? true : text === 'false' ? false : undefined
  if (type === 'DATE') return Number.isNaN(Date.parse(text)) ? undefined : text
  if (type !== 'OBJECT') return text
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
