import type { DemoOperation } from '../demo-system.ts'
import { dayFrom, language, inWords, required, requiredNumber, stateOf } from '../sample-data.ts'

const STATES = ['READY', 'IN_PROCESS', 'REPEAT'] as const
const PLACE = { ES: 'la sede central y el portal de pacientes', EN: 'the main site and the patient portal' }

/** Only whether they are there: what they say is no matter for a chat. */
export const getResults: DemoOperation = {
  name: { ES: 'Resultados listos', EN: 'Results ready' },
  idempotent: true,
  inputs: [required('number', ['Número de la orden. El último dígito dice en qué va: 1 listo, 2 en proceso, 3 hay que repetirlo. Con 503 el sistema está caído y con 504 tarda demasiado.', 'Number of the order. The last digit says how far it is: 1 ready, 2 in process, 3 to be taken again. 503 finds the system down, 504 too slow.']), language],
  sample: { number: '45821', state: 'READY', readyOn: '2026-11-30', place: 'la sede central y el portal de pacientes' },
  answer(input, now) {
    const number = requiredNumber(input, 'number')
    const state = stateOf(number, STATES)
    return { number, state, readyOn: dayFrom(now, state === 'READY' ? -1 : 2), place: inWords(input, PLACE) }
  },
}
