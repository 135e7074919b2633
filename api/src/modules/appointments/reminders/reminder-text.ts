import { InvalidInput } from '../../../platform/refusal.ts'
import type { Language } from '../../../platform/language.ts'
import { inLanguage, type LocalText } from '../local-text.ts'

/** What an appointment says of itself, by the names of the gaps. */
export interface Gaps {
  name: string
  service: string
  date: string
  time: string
  person: string
  place: string
}

/** In the order in which templates with numbered gaps get them. */
export const GAPS: (keyof Gaps)[] = ['name', 'service', 'date', 'time', 'person', 'place']

const GAP = /\{\{\s*([^{}]*?)\s*\}\}/g

export function gapProblem(field: string, { es, en }: LocalText): InvalidInput | undefined {
  const unknown = [...`${es} ${en ?? ''}`.matchAll(GAP)].map(([, name]) => name!).find(name => !(GAPS as string[]).includes(name))
  return unknown === undefined ? undefined : new InvalidInput(field, `Knows ${GAPS.join(', ')}, not ${unknown}.`)
}

/** Where nothing is known, the blank before the gap goes with it. */
export const filled = (text: string, gaps: Gaps): string =>
  text.replaceAll(/ ?\{\{\s*([^{}]*?)\s*\}\}/g, (gap, name: keyof Gaps) => (gaps[name] ? `${gap.startsWith(' ') ? ' ' : ''}${gaps[name]}` : ''))

export interface Told {
  contactName: string | null
  serviceName: LocalText
  startsAt: Date
  timeZone: string
  resourceName: string
  place: string | null
}

const LOCALES: Record<Language, string> = { ES: 'es-DO', EN: 'en-US' }

export function gapsOf({ contactName, serviceName, startsAt, timeZone, resourceName, place }: Told, language: Language): Gaps {
  const written = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALES[language], { timeZone, ...options }).format(startsAt)
  return {
    name: contactName ?? '', service: inLanguage(serviceName, language), person: resourceName, place: place ?? '',
    date: written({ weekday: 'long', day: 'numeric', month: 'long' }),
    // Blanks that do not break are refused by some providers.
    time: written({ hour: 'numeric', minute: '2-digit' }).replaceAll(/[\u00a0\u202f]/g, ' '),
  }
}

/** Templates know their gaps by number or by name; every one has to be filled with something. */
export interface TemplateGaps {
  ordered: string[]
  named: Record<string, string>
}

const NOBODY: Record<Language, string> = { ES: 'cliente', EN: 'customer' }

export function templateGaps(gaps: Gaps, language: Language): TemplateGaps {
  const named: Gaps = { ...gaps, name: gaps.name || NOBODY[language], place: gaps.place || '-' }
  return { named: { ...named }, ordered: GAPS.map(gap => named[gap]) }
}
