import { answers, ask, branch, buttons, end, flow, handOff, is, literal, option, path, say, set, t, verifyByKnownData } from '../build/index.ts'
import { askInstitution, citizenVariables } from './institution.ts'

export const identifyCitizenFlow = flow('identify_citizen', {
  name: 'Confirmar identidad',
  description: 'Parte de otros flujos: busca al titular por cédula o RNC y lo confirma con un dato, y no lo pide de nuevo en media hora.',
  isPart: true,
  variables: citizenVariables.map(variable => ({ ...variable, passed: 'OUT' })),
  summary: t('No se pudo confirmar su identidad.{% if holder %} Cédula o RNC indicado: {{ holder | document }}.{% endif %}', 'Identity could not be confirmed.{% if holder %} Cédula or RNC given: {{ holder | document }}.{% endif %}'),
  steps: {
    known: branch({ identified: { when: is('identified', 'IS_TRUE'), to: 'confirmed' } }, 'holder', { name: '¿Ya se identificó?' }),
    holder: ask({
      text: t('¿Cuál es su cédula o RNC?', 'What is your cédula (national ID) or RNC (tax ID)?'),
      help: t('La cédula tiene once dígitos y el RNC, nueve. Puede escribirlos con guiones o sin ellos.', 'A cédula has eleven digits and an RNC nine, with or without hyphens.'),
      notUnderstood: t('Ese número no parece una cédula ni un RNC. ¿Me lo escribe otra vez?', 'That looks like neither a cédula nor an RNC. Could you write it again?'),
      answer: answers.document, saveAs: 'holder', skipIfKnown: true, next: 'find',
    }),
    find: askInstitution('find_citizen', { document: path('holder') }, { saveAs: 'citizen', next: 'phone', failed: 'why_not' }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'unknown' } }, 'trouble', { name: '¿No está registrado o falló?' }),
    unknown: buttons({
      text: t('No encuentro registros con el número {{ holder | document }}. ¿Lo revisamos?', 'I cannot find any records under {{ holder | document }}. Shall we check it?'),
      options: {
        again: option(t('Escribirlo de nuevo', 'Write it again'), 'forget'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'gave_up', { words: ['no'] }),
      },
    }),
    forget: set({ holder: literal(null) }, 'holder', { name: 'Olvidar el documento' }),
    phone: verifyByKnownData({
      text: t('Por su seguridad, confirmemos un dato.', 'For your security, let us confirm one detail.'),
      questions: [{ id: 'phone', text: t('¿Cuáles son los últimos cuatro dígitos del teléfono que tiene registrado con nosotros?', 'What are the last four digits of the phone number that you have registered with us?'), expected: path('citizen.phoneEnding') }],
      notUnderstood: t('Ese número no coincide con el que tenemos. Intente otra vez, por favor.', 'That number does not match ours. Please try again.'),
      attempts: 3, saveAs: 'identified', next: 'thanks', failed: 'not_confirmed',
    }),
    not_confirmed: handOff({
      name: 'Identidad no confirmada',
      text: t('No pude confirmar el dato y, para proteger su información, le comunico con una persona de nuestro equipo.', 'I could not confirm that, so to protect your information I am passing you to someone on our team.'),
      summary: t('No confirmó el teléfono registrado. Cédula o RNC: {{ holder | document }}.', 'Did not confirm the registered phone. Cédula or RNC: {{ holder | document }}.'),
      next: 'gave_up',
    }),
    thanks: say(t('Gracias, todo en orden.', 'Thank you, all set.'), 'confirmed'),
    confirmed: end('identified'),
  },
})
