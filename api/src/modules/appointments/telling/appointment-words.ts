import type { Language } from '../../../platform/language.ts'
import type { ChangeKind } from '../booking/appointment.store.ts'
import { inLanguage, type LocalText } from '../local-text.ts'

/** An appointment, as far as the contact is told of it. */
export interface Spoken {
  serviceName: LocalText
  instructions: LocalText | null
  resourceName: string
  resourceKind: 'PERSON' | 'ROOM'
  place: string | null
  startsAt: Date
  /** Where it was before it was moved. */
  movedFrom: Date | null
  timeZone: string
}

/** What contacts are told of. That somebody came or did not is the company's own affair. */
export type ToldKind = Extract<ChangeKind, 'BOOKED' | 'MOVED' | 'CANCELLED'>

export const isTold = (kind: ChangeKind): kind is ToldKind => kind === 'BOOKED' || kind === 'MOVED' || kind === 'CANCELLED'

const LOCALES: Record<Language, string> = { ES: 'es-DO', EN: 'en-US' }

/** `el martes, 1 de diciembre, a las 9:00 a. m.`; at one o’clock Spanish says `a la`. */
function momentOf(at: Date, timeZone: string, language: Language): string {
  const written = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(LOCALES[language], { timeZone, ...options }).format(at)
  const date = written({ weekday: 'long', day: 'numeric', month: 'long' })
  // Blanks that do not break are refused by some providers.
  const time = written({ hour: 'numeric', minute: '2-digit' }).replaceAll(/[\u00a0\u202f]/g, ' ')
  if (language === 'EN') return `${date} at ${time}`
  return `${date}, a ${time.startsWith('1:') ? 'la' : 'las'} ${time}`
}

const WITH: Record<Language, Record<Spoken['resourceKind'], string>> = { ES: { PERSON: 'con', ROOM: 'en' }, EN: { PERSON: 'with', ROOM: 'in' } }

const SENTENCES: Record<Language, Record<ToldKind, (told: { service: string; when: string; before: string; whom: string }) => string>> = {
  ES: {
    BOOKED: ({ service, when, whom }) => `Su cita de ${service} quedó reservada para el ${when}, ${whom}.`,
    MOVED: ({ service, when, before, whom }) => `Su cita de ${service} pasó del ${before}, al ${when}, ${whom}.`,
    CANCELLED: ({ service, when }) => `Su cita de ${service} del ${when}, fue cancelada.`,
  },
  EN: {
    BOOKED: ({ service, when, whom }) => `Your appointment (${service}) is booked for ${when}, ${whom}.`,
    MOVED: ({ service, when, before, whom }) => `Your appointment (${service}) was moved from ${before} to ${when}, ${whom}.`,
    CANCELLED: ({ service, when }) => `Your appointment (${service}) on ${when} was cancelled.`,
  },
}

/** In full sentences; whoever still comes is also told where to and what to mind. */
export function wordsFor(kind: ToldKind, spoken: Spoken, language: Language): string {
  const { serviceName, instructions, resourceName, resourceKind, place, startsAt, movedFrom, timeZone } = spoken
  const sentence = SENTENCES[language][kind]({
    service: inLanguage(serviceName, language), when: momentOf(startsAt, timeZone, language),
    before: movedFrom ? momentOf(movedFrom, timeZone, language) : '', whom: `${WITH[language][resourceKind]} ${resourceName}`,
  })
  if (kind === 'CANCELLED') return sentence
  const where = place && `${language === 'ES' ? 'Lugar' : 'Place'}: ${place}.`
  return [[sentence, where].filter(Boolean).join(' '), instructions && inLanguage(instructions, language)].filter(Boolean).join('\n\n')
}
