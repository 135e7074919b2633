import {
  answers, any, appointment, ask, branch, buttons, end, flow, is, list, literal, option, own, path, set, t, type Draft, type FlowDraft,
} from '../../build/index.ts'
import { type AppointmentWords, type Bookable, row } from './appointment-texts.ts'

const variables: FlowDraft['variables'] = [
  own('service', 'TEXT', { passed: 'IN_OUT', note: 'Clave del servicio que se reserva.' }),
  own('resource', 'TEXT', { passed: 'IN', note: 'Clave de con quién o dónde; vacía si da igual.' }),
  own('wish', 'TEXT', { passed: 'IN', note: 'Lo que pidió con sus palabras.' }),
  own('picked', 'TEXT'), own('since', 'DATE', { initial: '' }), own('times', 'LIST'), own('time', 'OBJECT', { passed: 'OUT' }),
]

const resourceStep = (key: string) => `resource_${key}`
const afterService = ({ key, resources }: Bookable) => (resources.length > 1 ? resourceStep(key) : 'find')

/** What is booked, with whom, and when: asks for what is not known, and gives a free time back. */
export const chooseTimeFlow = (services: Bookable[], words: AppointmentWords) => flow('choose_time', {
  name: 'Elegir una hora libre',
  description: 'Parte de otros flujos: elige servicio, con quién o dónde, y una de las próximas horas libres.',
  isPart: true,
  variables,
  summary: t('Buscaba una hora libre.{% if service %} Servicio: {{ service }}.{% endif %}{% if since != "" %} Desde: {{ since | date }}.{% endif %}', 'Was looking for a free time.{% if service %} Service: {{ service }}.{% endif %}{% if since != "" %} From: {{ since | date }}.{% endif %}'),
  steps: {
    known: branch({ known: { when: is('service', 'IS_SET'), to: 'find' }, ...guesses(services) }, 'service', { name: '¿Ya se sabe qué desea?' }),
    ...Object.fromEntries(services.map(service => [`take_${service.key}`, set({ service: literal(service.key) }, afterService(service), { name: service.title.ES })])),
    service: list({
      text: words.whichService, saveAs: 'service',
      options: Object.fromEntries(services.map(service => [service.key, option(service.title, afterService(service), { description: service.description })])),
    }),
    ...resourceMenus(services, words),
    take_resource: set({ resource: path('picked') }, 'find', { name: 'Con quién o dónde' }),
    find: appointment('FIND', { service: path('service'), resource: path('resource'), from: path('since'), most: 8, saveAs: 'times', next: 'any_free', failed: 'why_none' }),
    any_free: branch({ some: { when: is('times[0]', 'IS_SET'), to: 'times' } }, 'nothing_free', { name: '¿Hay horas libres?' }),
    times: list({
      text: t('Estas son las próximas horas libres. ¿Cuál le conviene?', 'These are the next free times. Which one suits you?'),
      items: { list: 'times', ...row(words), most: 8, to: 'chosen' },
      options: {
        other_day: option(t('Otra fecha', 'Another date'), 'since', { words: ['otro día', 'más adelante', 'later'] }),
        none: option(t('Ninguna me conviene', 'None suits me'), 'to_person'),
      },
      saveAs: 'time',
    }),
    since: ask({ text: t('¿A partir de qué fecha le busco?', 'From which date should I look?'), answer: answers.date({ from: 'TODAY' }), saveAs: 'since', next: 'find' }),
    why_none: branch({ nothing: { when: is('error.code', 'EQUALS', 'NOTHING_FREE'), to: 'nothing_free' } }, 'trouble', { name: '¿Nada libre o falló?' }),
    nothing_free: buttons({
      text: t('No me aparece ninguna hora libre con esos datos. ¿Qué prefiere?', 'I cannot find a free time like that. What would you prefer?'),
      options: {
        other_day: option(t('Probar otra fecha', 'Try another date'), 'since'),
        anyone: option(words.anyResource, 'forget_resource'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
      },
    }),
    forget_resource: set({ resource: literal(null) }, 'find', { name: 'Da igual con quién o dónde' }),
    chosen: end('time_chosen'),
  },
})

const guesses = (services: Bookable[]) => Object.fromEntries(services.map(({ key, words }) => [
  key, { when: any(...words.map(word => is('wish', 'CONTAINS', word))), to: `take_${key}` },
]))

function resourceMenus(services: Bookable[], { whichResource, anyResource }: AppointmentWords): Record<string, Draft> {
  const menus = services.filter(({ resources }) => resources.length > 1).map(({ key, resources }): [string, Draft] => {
    const options = Object.fromEntries(resources.map(resource => [resource.key, option(resource.title, 'take_resource')]))
    const asked = { text: whichResource, options: { ...options, any: option(anyResource, 'find') }, saveAs: 'picked' }
    return [resourceStep(key), resources.length > 2 ? list(asked) : buttons(asked)]
  })
  return Object.fromEntries(menus)
}
