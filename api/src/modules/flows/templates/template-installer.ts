import { weekdays } from '../../tenancy/index.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { BookableResources, BookableServices } from '../../appointments/index.ts'
import type { Connectors } from '../../connectors/index.ts'
import type { ExchangeService } from '../../elena/index.ts'
import type { FaqService } from '../../knowledge/index.ts'
import type { PaymentSettingsService } from '../../payments/index.ts'
import type { RequestTypeService } from '../../requests/index.ts'
import type { BotTemplate, TemplateResource, TemplateService } from './template.ts'

interface Parts {
  connectors: Pick<Connectors, 'addDemo'>
  payments: Pick<PaymentSettingsService, 'begin'>
  requestTypes: RequestTypeService
  services: BookableServices
  resources: BookableResources
  exchange: ExchangeService
  faqs: FaqService
}

/** What a service that a template brings leaves open: a day's notice to cancel, two months ahead. */
const SERVICE = { instructions: null, minutesBefore: 0, minutesAfter: 0, noticeMinutes: 60, horizonDays: 60, cancelMinutes: 120, price: null, currency: null, isActive: true, templateName: null }

/** Brings what the flows of a template stand on. What a tenant has already under the same key stays as it is: installing twice is once. */
export class TemplateInstaller {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** In the unit that makes the bot. */
  async install(unit: Unit, { key, connectors, payments, requestTypes = [], appointments, packs = [], faqs = [] }: BotTemplate): Promise<void> {
    const parts = this.#parts
    for (const { system } of connectors) {
      const isThere = await parts.connectors.addDemo(unit, system)
      if (isThere && system === payments) await parts.payments.begin(unit, { connector: system, operation: 'create_payment' })
    }
    for (const { key: type, name, fields, states = [] } of requestTypes) {
      await parts.requestTypes.create(unit, { key: type, name: localName(name), fields: fields.map(field => ({ name: field.name, label: localName(field.label) })), states: states.map(state => ({ ...state, name: localName(state.name) })) })
    }
    if (appointments) await this.#book(unit, appointments)
    for (const packId of packs) await parts.exchange.startFromPack(unit, { packId, dryRun: false })
    for (const [index, { question, answer }] of faqs.entries()) {
      for (const language of ['ES', 'EN'] as const) {
        await parts.faqs.create(unit, { idempotencyKey: `template ${key} ${index} ${language}`, faq: { question: question[language], wordings: [], answer: answer[language], language, variants: [], validFrom: null, validUntil: null } })
      }
    }
  }

  async #book(unit: Unit, { services, resources }: NonNullable<BotTemplate['appointments']>): Promise<void> {
    const ids = new Map<string, string>()
    for (const service of services) {
      const id = await this.#parts.services.create(unit, serviceOf(service))
      if (!(id instanceof Refusal)) ids.set(service.key, id)
    }
    for (const resource of resources) {
      const serviceIds = resource.services.flatMap(key => ids.get(key) ?? [])
      if (serviceIds.length > 0) await this.#parts.resources.create(unit, { ...resourceOf(resource), serviceIds })
    }
  }
}

const localName = ({ ES, EN }: { ES: string; EN: string }) => ({ es: ES, en: EN })

const serviceOf = ({ key, name, minutes, reminders = [] }: TemplateService) =>
  ({ ...SERVICE, key, name: localName(name), minutes, reminders: reminders.map(({ minutesBefore, text }) => ({ minutesBefore, text: localName(text) })) })

/** Weekdays of templates are numbers from 1, a Monday. */
const resourceOf = ({ key, name, kind = 'PERSON', hours }: TemplateResource) => ({
  key, name: name.ES, kind, place: null, isActive: true, exceptions: [],
  hours: hours.flatMap(({ weekdays: days, opens, closes }) => days.map(day => ({ weekday: weekdays[day - 1]!, opens, closes }))),
})
