import { any, call, is, shared, t } from '../build/index.ts'
import { inTheLanguage } from '../common/in-the-language.ts'
import type { AppointmentWords, Bookable } from '../common/appointments/appointment-texts.ts'

type Called = Parameters<typeof call>

/** Asks the clinic's system, which answers in the language of the conversation. */
export const askClinic = (operation: string, input: Called[2], more: Called[3]) =>
  call('health', operation, inTheLanguage('health', operation, input), more)

/** What is known of a member in all flows of the clinic. */
export const memberVariables = [
  shared('cedula', 'TEXT', { personal: true, note: 'Cédula de quien escribe.' }),
  shared('member', 'OBJECT', { personal: true, note: 'Lo que el sistema sabe de su afiliación.' }),
  shared('identified', 'YES_NO', { initial: false, note: 'Confirmó hace poco que es quien dice ser.' }),
]

/** Said as they are, whatever is being asked. */
export const emergencyWords = {
  ES: [
    'emergencia', 'es una emergencia', 'tengo una emergencia', 'auxilio', 'ambulancia', 'infarto', 'dolor de pecho', 'me duele el pecho', 'me duele mucho el pecho', 'no puedo respirar',
    'me falta el aire', 'me voy a desmayar', 'me quiero morir', 'quiero matarme', 'me quiero matar', 'suicidio',
  ],
  EN: ['emergency', 'it is an emergency', 'i have an emergency', 'ambulance', 'heart attack', 'chest pain', 'my chest hurts', 'i cannot breathe', 'i can’t breathe', 'i want to die', 'i want to kill myself', 'suicide'],
}

/** They stand in what somebody writes. */
export const emergencySigns = {
  ES: [
    'una emergencia', 'una ambulancia', 'un infarto', 'un derrame', 'duele el pecho', 'dolor en el pecho', 'puede respirar', 'puedo respirar', 'no respira', 'falta el aire', 'se desmayó', 'inconsciente',
    'convulsionando', 'convulsiones', 'sangrando mucho', 'se está ahogando', 'quiero morir', 'suicidarme',
  ],
  EN: [
    'an emergency', 'an ambulance', 'a heart attack', 'a stroke', 'pain in my chest', 'cannot breathe', 'can’t breathe', 'is not breathing', 'fainted', 'unconscious', 'having a seizure',
    'bleeding a lot', 'is choking', 'want to die', 'kill myself',
  ],
}

/** What somebody wrote sounds like an emergency. */
export const soundsUrgent = (place: string) =>
  any(...[emergencyWords.ES, emergencyWords.EN, emergencySigns.ES, emergencySigns.EN].map(words => any(...words.map(word => is(place, 'CONTAINS', word)))))

export const words: AppointmentWords = {
  at: place => t(`(${place})`, `with ${place}`),
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
