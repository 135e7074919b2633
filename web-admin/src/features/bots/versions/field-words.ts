import type { Json } from '@botpro/graphql/flows'

type Texts = (key: string, named?: Record<string, unknown>) => string
/** What words for places and values are made with. `nameOf` says what a step is called, where it is known. */
export interface FieldWording { t: Texts; te: (key: string) => boolean; nameOf?: (id: string) => string | undefined }

const LANGUAGES = ['ES', 'EN']
const isNumber = (segment: string) => /^\d+$/.test(segment)

/** `messages.0.text.ES` → “Message 1 › Text › Spanish”. What has no word of its own, such as the name of a variable, is told as it is. */
export function pathWords(path: string, wording: FieldWording): string {
  const words: string[] = []
  const segments = path.split('.').filter(Boolean)
  for (const [at, segment] of segments.entries()) {
    if (isNumber(segment) && words.length) words.push(`${words.pop()} ${Number(segment) + 1}`)
    else words.push(segmentWord(segment, segments[at - 1], wording))
  }
  return words.join(' › ') || wording.t('bots.versions.wholeFile')
}

function segmentWord(segment: string, before: string | undefined, { t, te }: FieldWording): string {
  if (LANGUAGES.includes(segment)) return t(`language.${segment}`)
  if (before === 'next' && te(`studio.exit.${segment}`)) return t(`studio.exit.${segment}`)
  return te(`bots.versions.field.${segment}`) ? t(`bots.versions.field.${segment}`) : segment
}

/** A value as people say it: texts as they stand, yes and no, steps by their names, whole things by their parts. */
export function valueWords(value: Json | undefined, path: string, wording: FieldWording): string {
  const { t, te, nameOf } = wording
  if (value === null || value === undefined || value === '') return t('bots.versions.nothing')
  if (typeof value === 'boolean') return t(value ? 'bots.versions.yes' : 'bots.versions.no')
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return stringWords(value, path, { t, te, nameOf })
  if (Array.isArray(value)) return value.map(one => valueWords(one, path, wording)).join(', ') || t('bots.versions.nothing')
  return partsOf(value).map(([name, part]) => `${segmentWord(name, undefined, wording)}: ${valueWords(part, name, wording)}`).join(' · ') || t('bots.versions.nothing')
}

/** In the order in which people read: Spanish first, as everywhere. The id says nothing to them. */
function partsOf(value: { [name: string]: Json }): [string, Json][] {
  const rank = (name: string) => (LANGUAGES.includes(name) ? LANGUAGES.indexOf(name) : LANGUAGES.length)
  const parts = Object.entries(value).filter(([name]) => name !== 'id')
  return (parts.length ? parts : Object.entries(value)).sort(([one], [other]) => rank(one) - rank(other))
}

const LEADS_TO_STEP = /(^|\.)(next\.[^.]+|start|step)$/

function stringWords(value: string, path: string, { t, te, nameOf }: FieldWording): string {
  if (LEADS_TO_STEP.test(path)) return nameOf?.(value) ?? value
  if (LANGUAGES.includes(value)) return t(`language.${value}`)
  if (/(^|\.)type$/.test(path) && te(`surveys.type.${value}`)) return t(`surveys.type.${value}`)
  return /(^|\.)kind$/.test(path) && te(`studio.kind.${value}`) ? t(`studio.kind.${value}`) : value
}
