import { languages, type Language } from '../../../platform/language.ts'
import { systemActor } from '../../../platform/actor.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { inLanguage } from '../local-text.ts'
import { filled, gapsOf, templateGaps, type TemplateGaps } from './reminder-text.ts'
import { dueReminder, settle, type ReminderReason } from './reminder.store.ts'

declare module '../../../platform/news.ts' {
  interface NewsItems {
    /** A contact is to be reminded now. Whoever can reach her tells what came of it by `Reminders.told`, in the same unit. */
    'appointment.reminding': Reminding
  }
}

export interface Reminding {
  reminderId: string
  contactId: string
  texts: Record<Language, string>
  /** Of a mail. */
  subjects: Record<Language, string>
  /** For channels whose window may be closed: the name that the service gives, and what its gaps are filled with. */
  template: { name: string; gaps: Record<Language, TemplateGaps> } | null
}

/** Reminds once: the row of a reminder is settled in the unit in which the message is stored. */
export class Reminders {
  readonly #units: Units

  constructor({ units }: { units: Units }) {
    this.#units = units
  }

  run({ tenantId, reminderId }: { tenantId: string; reminderId: string }): Promise<void> {
    return this.#units.tenant({ actor: systemActor(tenantId), tenantId }, unit => this.remind(unit, reminderId))
  }

  /** Late, after a time in which nothing ran, as long as it is of use: before it begins, and unless the next one is due too. */
  async remind(unit: Unit, reminderId: string): Promise<void> {
    const due = await dueReminder(unit, reminderId)
    if (!due) return
    const text = due.reminders.find(({ minutesBefore }) => minutesBefore === due.minutesBefore)?.text
    if (due.state !== 'BOOKED' || due.startsAt <= unit.now || due.isOvertaken) return settle(unit, due.id, 'SKIPPED', 'TOO_LATE')
    if (!text) return settle(unit, due.id, 'SKIPPED')
    const gaps = each(language => gapsOf(due, language))
    const texts = each(language => filled(inLanguage(text, language), gaps[language]))
    const subjects = each(language => inLanguage(due.serviceName, language))
    const template = due.templateName ? { name: due.templateName, gaps: each(language => templateGaps(gaps[language], language)) } : null
    await unit.tell('appointment.reminding', { reminderId, contactId: due.contactId, texts, subjects, template })
    // Where nobody listened it still waits, and nobody will come.
    await settle(unit, due.id, 'UNDELIVERABLE', 'NO_CHANNEL')
  }

  async told(unit: Unit, reminderId: string, problem: ReminderReason | null): Promise<void> {
    await settle(unit, reminderId, problem ? 'UNDELIVERABLE' : 'SENT', problem)
  }
}

const each = <Value>(make: (language: Language) => Value) =>
  Object.fromEntries(languages.map(language => [language, make(language)])) as Record<Language, Value>

