import { answers, ask, branch, buttons, end, flow, handOff, is, literal, option, path, say, set, t, verifyByKnownData } from '../build/index.ts'
import { askClinic, memberVariables } from './clinic.ts'

export const identifyMemberFlow = flow('identify_member', {
  name: 'Confirmar que es afiliado',
  description: 'Parte de otros flujos: busca la afiliación por cédula y la confirma con el carnet, y no lo pide de nuevo en media hora.',
  isPart: true,
  variables: memberVariables.map(variable => ({ ...variable, passed: 'OUT' })),
  summary: t('No se pudo confirmar su afiliación.{% if cedula %} Cédula indicada: {{ cedula | document }}.{% endif %}', 'Membership could not be confirmed.{% if cedula %} Cédula given: {{ cedula | document }}.{% endif %}'),
  steps: {
    known: branch({ identified: { when: is('identified', 'IS_TRUE'), to: 'confirmed' } }, 'cedula', { name: '¿Ya se identificó?' }),
    cedula: ask({
      text: t('¿Cuál es la cédula del titular del plan?', 'What is the cédula (national ID) of the plan’s main member?'),
      help: t('Son los once dígitos de la cédula de quien tiene el plan. Los puede escribir con guiones o sin ellos.', 'The eleven digits of the ID card of whoever holds the plan, with or without hyphens.'),
      notUnderstood: t('Ese número no parece una cédula; son once dígitos. ¿Me lo escribe otra vez?', 'That does not look like a cédula; it has eleven digits. Could you write it again?'),
      answer: answers.cedula, saveAs: 'cedula', skipIfKnown: true, next: 'find',
    }),
    find: askClinic('find_member', { document: path('cedula') }, { saveAs: 'member', next: 'card', failed: 'why_not' }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'unknown' } }, 'trouble', { name: '¿No es afiliado o falló?' }),
    unknown: buttons({
      text: t('No encuentro ninguna afiliación con la cédula {{ cedula | document }}. ¿La revisamos?', 'I cannot find a member with the cédula {{ cedula | document }}. Shall we check it?'),
      options: {
        again: option(t('Escribirla de nuevo', 'Write it again'), 'forget'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'gave_up', { words: ['no'] }),
      },
    }),
    forget: set({ cedula: literal(null) }, 'cedula', { name: 'Olvidar la cédula' }),
    card: verifyByKnownData({
      text: t('Por su seguridad, confirmemos un dato.', 'For your security, let us confirm one detail.'),
      questions: [{ id: 'card', text: t('¿Cuáles son los últimos cuatro dígitos del número de su carnet?', 'What are the last four digits of the number on your member card?'), expected: path('member.lastFour') }],
      notUnderstood: t('Ese número no coincide con el que tenemos. Búsquelo en el frente del carnet, por favor.', 'That number does not match ours. Please look on the front of your card.'),
      attempts: 3, saveAs: 'identified', next: 'thanks', failed: 'not_confirmed',
    }),
    not_confirmed: handOff({
      name: 'Identidad no confirmada',
      text: t('No pude confirmar el dato y, para proteger su información, le comunico con una persona de nuestro equipo.', 'I could not confirm that, so to protect your information I am passing you to someone on our team.'),
      summary: t('No confirmó los datos de su carnet. Cédula indicada: {{ cedula | document }}.', 'Did not confirm the details of the card. Cédula given: {{ cedula | document }}.'),
      next: 'gave_up',
    }),
    thanks: say(t('Gracias, todo en orden.', 'Thank you, all set.'), 'confirmed'),
    confirmed: end('identified'),
  },
})
