import { any, call, is, path, shared, t } from '../build/index.ts'
import type { AppointmentWords, Bookable } from '../common/appointments/appointment-texts.ts'

type Called = Parameters<typeof call>

/** Asks the clinic's system, which answers in the language of the conversation. */
export const askClinic = (operation: string, input: Called[2], more: Called[3]) =>
  call('health', operation, { ...input, language: path('language') }, more)

/** What is known of a member in all flows of the clinic. */
export const memberVariables = [
  shared('cedula', 'TEXT', { personal: true, note: 'Cédula de quien escribe.' }),
  shared('member', 'OBJECT', { personal: true, note: 'Lo que el sistema sabe de su afiliación.' }),
  shared('identified', 'YES_NO', { initial: false, note: 'Ya confirmó que es quien dice ser.' }),
]

const signs = {
  ES: [
    'auxilio', 'ambulancia', 'infarto', 'derrame', 'dolor de pecho', 'me duele el pecho', 'no puedo respirar', 'no respira', 'me falta el aire', 'se desmayó', 'está inconsciente', 'convulsiones',
    'está sangrando mucho', 'se está ahogando', 'me quiero morir', 'quiero matarme', 'suicidarme', 'suicidio',
  ],
  EN: [
    'ambulance', 'heart attack', 'stroke', 'chest pain', 'my chest hurts', 'cannot breathe', 'can’t breathe', 'not breathing', 'fainted', 'unconscious', 'seizure',
    'bleeding a lot', 'choking', 'want to die', 'kill myself', 'suicide',
  ],
}

export const emergencyWords = {
  ES: ['emergencia', 'es una emergencia', 'tengo una emergencia', ...signs.ES],
  EN: ['emergency', 'it is an emergency', 'i have an emergency', ...signs.EN],
}

/** What somebody wrote sounds like an emergency. */
export const soundsUrgent = (place: string) =>
  any(...[['emergencia', 'emergency'], signs.ES, signs.EN].map(words => any(...words.map(word => is(place, 'CONTAINS', word)))))

export const words: AppointmentWords = {
  at: t('con', 'with'),
  whichService: t('¿Con qué especialidad desea la consulta?', 'Which speciality would you like to see?'),
  whichResource: t('¿Tiene preferencia por alguien?', 'Would you like to see someone in particular?'),
  anyResource: t('Con quien haya', 'Whoever is free'),
}

const physicians = (...names: [string, string][]) => names.map(([key, name]) => ({ key, title: t(name, name) }))

/** Sample physicians; a clinic puts her own in their place. */
export const specialities: Bookable[] = [
  {
    key: 'general', title: t('Medicina general', 'General practice'), description: t('Chequeos, gripe, malestares', 'Check-ups, flu, feeling unwell'), words: ['general', 'chequeo', 'check'],
    resources: physicians(['dra-ana-ejemplo', 'Dra. Ana Ejemplo'], ['dr-luis-muestra', 'Dr. Luis Muestra']),
  },
  { key: 'pediatrics', title: t('Pediatría', 'Paediatrics'), description: t('Niñas y niños', 'Children'), words: ['pediat', 'paediat', 'niñ', 'child'], resources: physicians(['dra-eva-modelo', 'Dra. Eva Modelo'], ['dr-juan-ejemplo', 'Dr. Juan Ejemplo']) },
  { key: 'gynecology', title: t('Ginecología', 'Gynaecology'), description: t('Salud de la mujer y embarazo', "Women's health and pregnancy"), words: ['ginec', 'gynec', 'gynaec', 'embaraz'], resources: physicians(['dra-sol-prueba', 'Dra. Sol Prueba'], ['dra-luz-muestra', 'Dra. Luz Muestra']) },
  { key: 'cardiology', title: t('Cardiología', 'Cardiology'), description: t('Corazón y presión', 'Heart and blood pressure'), words: ['cardio', 'corazón', 'heart'], resources: physicians(['dr-leo-modelo', 'Dr. Leo Modelo']) },
  { key: 'dermatology', title: t('Dermatología', 'Dermatology'), description: t('Piel, cabello y uñas', 'Skin, hair and nails'), words: ['dermat', 'piel', 'skin'], resources: physicians(['dra-mar-prueba', 'Dra. Mar Prueba']) },
  { key: 'dentistry', title: t('Odontología', 'Dentistry'), description: t('Dientes y encías', 'Teeth and gums'), words: ['odonto', 'dentist', 'muela', 'tooth'], resources: physicians(['dra-paz-ejemplo', 'Dra. Paz Ejemplo']) },
]
