import { languages, type Language } from '../../../platform/language.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { noteTold, type Telling } from '../booking/appointment.store.ts'
import type { AppointmentChanged } from '../booking/booking.service.ts'
import { inLanguage } from '../local-text.ts'
import { isTold, wordsFor, type Spoken } from './appointment-words.ts'

/** What a contact is told of an appointment that somebody else made, moved or cancelled. */
export interface AppointmentSpeech {
  contactId: string
  texts: Record<Language, string>
  /** Of a mail. */
  subjects: Record<Language, string>
}

const SPOKEN = `
  select s.name as "serviceName", s.instructions, r.name as "resourceName", r.kind as "resourceKind", r.place, a.starts_at as "startsAt", t.time_zone as "timeZone"
  from appointment a
    join appointment_service s on s.tenant_id = a.tenant_id and s.id = a.service_id
    join appointment_resource r on r.tenant_id = a.tenant_id and r.id = a.resource_id
    join tenant t on t.id = a.tenant_id
  where a.tenant_id = $1 and a.id = $2`

/** Tells contacts what colleagues and machines did with their appointments. What the bot does, it says itself. */
export class Tellings {
  /** Nothing where she is not to be told. */
  async speech(unit: ReadUnit, { appointmentId, contactId, kind, movedFrom, tellsContact }: AppointmentChanged): Promise<AppointmentSpeech | undefined> {
    if (!tellsContact || !isTold(kind)) return undefined
    const [row] = await unit.sql<Omit<Spoken, 'movedFrom'>>('appointment-spoken', SPOKEN, [unit.tenantId, appointmentId])
    const spoken = { ...row!, movedFrom }
    return { contactId, texts: each(language => wordsFor(kind, spoken, language)), subjects: each(language => inLanguage(spoken.serviceName, language)) }
  }

  async told(unit: Unit, { changeId }: AppointmentChanged, told: Telling): Promise<void> {
    await noteTold(unit, changeId, told)
  }
}

const each = (make: (language: Language) => string) => Object.fromEntries(languages.map(language => [language, make(language)])) as Record<Language, string>
