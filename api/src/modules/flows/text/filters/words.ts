import { type FilterHandler, plainly, voiceOf } from '../voice.ts'

const MOST = 200
const JOINERS = { ES: new Intl.ListFormat('es', { type: 'conjunction' }), EN: new Intl.ListFormat('en', { type: 'conjunction' }) }

/** `pan, leche y queso`; `{{ accounts | list: "name" }}` takes one property of each. */
export const list: FilterHandler = function (value: unknown, property?: unknown) {
  const items = Array.isArray(value) ? value.slice(0, MOST) : value === null || value === undefined ? [] : [value]
  const words = items.map(item => plainly(typeof property === 'string' ? ownOf(item, property) : item)).filter(word => word !== '')
  const text = JOINERS[voiceOf(this).language].format(words)
  this.context.memoryLimit.use(text.length)
  return text
}

const ownOf = (item: unknown, property: string): unknown =>
  typeof item === 'object' && item !== null && Object.hasOwn(item, property) ? (item as Record<string, unknown>)[property] : undefined

/** `sí` or `no`. */
export const yes_no: FilterHandler = function (value: unknown) {
  const yes = value === true || value === 'true'
  if (!yes && value !== false && value !== 'false') return plainly(value)
  return yes ? (voiceOf(this).language === 'ES' ? 'sí' : 'yes') : 'no'
}
