import { call, shared, t } from '../build/index.ts'
import { inTheLanguage } from '../common/in-the-language.ts'
import type { AppointmentWords, Bookable } from '../common/appointments/appointment-texts.ts'

type Called = Parameters<typeof call>

/** Asks the institution's system, which answers in the language of the conversation. */
export const askInstitution = (operation: string, input: Called[2], more: Called[3]) =>
  call('government', operation, inTheLanguage('government', operation, input), more)

/** Whose matter it is, in all flows of the institution. */
export const citizenVariables = [
  shared('holder', 'TEXT', { personal: true, note: 'Cédula o RNC del titular.' }),
  shared('citizen', 'OBJECT', { personal: true, note: 'Lo que el sistema sabe del titular.' }),
  shared('identified', 'YES_NO', { initial: false, note: 'Confirmó hace poco que es quien dice ser.' }),
]

export const words: AppointmentWords = {
  at: place => t(`en la ${place}`, `at the ${place}`),
  whichService: t('¿Para qué necesita la cita?', 'What do you need the appointment for?'),
  whichResource: t('¿En cuál oficina prefiere?', 'Which office would you prefer?'),
  anyResource: t('La que esté libre', 'Whichever is free'),
}

const offices = [
  { key: 'oficina-central', title: t('Oficina Central', 'Main Office') },
  { key: 'oficina-norte', title: t('Oficina Norte', 'North Office') },
  { key: 'oficina-este', title: t('Oficina Este', 'East Office') },
]

/** What people come to an office for; an institution puts its own in their place. */
export const officeServices: Bookable[] = [
  { key: 'documents', title: t('Entregar documentos', 'Hand in documents'), description: t('Depositar o completar un expediente', 'Deposit or complete a file'), words: ['entregar', 'depositar', 'expediente', 'hand in'], resources: offices },
  { key: 'pick-up', title: t('Retirar un documento', 'Collect a document'), description: t('Certificados y licencias listos', 'Certificates and licences that are ready'), words: ['retirar', 'recoger', 'collect', 'pick up'], resources: offices },
  { key: 'advice', title: t('Orientación', 'Advice'), description: t('Hablar su caso con un técnico', 'Discuss your case with a specialist'), words: ['orientación', 'asesoría', 'advice'], resources: offices },
]
