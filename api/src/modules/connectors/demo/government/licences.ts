import type { Json } from '@botpro/graphql/flows'
import type { DemoOperation } from '../demo-system.ts'
import { type DemoInput, dayFrom, documentInput, inWords, language, optional, pesos, required, requiredDocument, requiredNumber, requiredText, spread } from '../sample-data.ts'
import { numberFor, serviceOf } from './services.ts'

const RENEWED = ['trade-licence', 'building-permit', 'event-permit']

function licence(input: DemoInput, now: Date, document: string, key: string): Json {
  const { title, name, fee } = serviceOf(key)
  const seed = spread(document + key, 90000)
  const daysLeft = seed % 45 - 5
  return {
    number: `LIC-${10000 + seed}2`, service: key, title: inWords(input, title), name: inWords(input, name), fee: pesos(fee), expiresOn: dayFrom(now, daysLeft), daysLeft, expired: daysLeft < 0,
  }
}

/** A document whose last digit is 9 has nothing to renew; others one or two licences. */
export const findExpiring: DemoOperation = {
  name: { ES: 'Licencias por vencer', EN: 'Licences about to expire' },
  idempotent: true,
  inputs: [documentInput, language],
  sample: { licences: [{ number: 'LIC-45210', service: 'trade-licence', title: 'Licencia comercial', name: 'Licencia de operación comercial', fee: { amount: '3500.00', currency: 'DOP' }, expiresOn: '2026-12-12', daysLeft: 15, expired: false }] },
  answer(input, now) {
    const document = requiredDocument(input)
    const last = Number(document.at(-1))
    const kept = last === 9 ? [] : RENEWED.slice(0, 1 + last % 2)
    return { licences: kept.map(key => licence(input, now, document, key)) }
  },
}

export const renew: DemoOperation = {
  name: { ES: 'Renovar', EN: 'Renew' },
  idempotent: false,
  inputs: [documentInput, required('licence', ['Número de la licencia, LIC-…', 'Number of the licence, LIC-…']), required('service', ['Clave de su servicio.', 'Key of its service.']), optional('changes', ['Qué ha cambiado desde entonces.', 'What has changed since.']), optional('attachment', ['Un documento que muestra el cambio.', 'A document that shows the change.'], 'OBJECT')],
  sample: { number: 'REN-482031', fee: { amount: '3500.00', currency: 'DOP' }, readyOn: '2026-12-05' },
  answer(input, now) {
    requiredDocument(input)
    requiredNumber(input, 'licence')
    const service = serviceOf(requiredText(input, 'service'))
    const { fee, days } = service
    return { number: numberFor('REN', service, JSON.stringify(input)), fee: pesos(fee), readyOn: dayFrom(now, Math.ceil(days / 2)) }
  },
}
