import type { WidgetTexts } from '../account/channel-account.entity.ts'

export const DEFAULT_COLOR = '#4f46e5'

/** What a new chat says until the tenant finds its own words. */
export const defaultTexts = (tenantName: string): WidgetTexts[] => [
  {
    language: 'ES',
    title: tenantName,
    subtitle: 'Le respondemos al momento',
    greeting: `¡Hola! Le damos la bienvenida a ${tenantName}. ¿En qué podemos ayudarle?`,
    outOfHours: 'En este momento nuestro equipo está fuera de horario. Deje su mensaje y le responderemos en cuanto abramos.',
  },
  {
    language: 'EN',
    title: tenantName,
    subtitle: 'We answer right away',
    greeting: `Hello! Welcome to ${tenantName}. How can we help you?`,
    outOfHours: 'Our team is out of office right now. Leave your message and we will answer as soon as we open.',
  },
]
