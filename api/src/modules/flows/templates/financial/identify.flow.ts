import {
  answers, ask, branch, buttons, call, end, flow, handOff, is, literal, option, path, say, set, shared, t, verifyByCode, verifyByKnownData,
} from '../build/index.ts'

/** What is known of a customer in all flows of the bank. */
export const customerVariables = [
  shared('customerCedula', 'TEXT', { personal: true, note: 'Cédula de quien escribe.' }),
  shared('customer', 'OBJECT', { personal: true, note: 'Lo que el sistema del banco sabe del cliente.' }),
  shared('identified', 'YES_NO', { initial: false, note: 'Confirmó hace poco que es quien dice ser.' }),
]

export const identifyFlow = flow('identify', {
  name: 'Confirmar identidad',
  description: 'Pide la cédula y la confirma con un código o con datos conocidos, y no lo pide de nuevo en media hora.',
  variables: customerVariables.map(variable => (variable.name === 'customer' ? { ...variable, passed: 'OUT' } : variable)),
  isPart: true,
  summary: t('No se pudo confirmar su identidad.{% if customerCedula %} Cédula indicada: {{ customerCedula | document }}.{% endif %}', 'Identity could not be confirmed.{% if customerCedula %} Cédula given: {{ customerCedula | document }}.{% endif %}'),
  steps: {
    known: branch({ identified: { when: is('identified', 'IS_TRUE'), to: 'confirmed' } }, 'ask_cedula', { name: '¿Ya se identificó?' }),
    ask_cedula: ask({
      text: t('¿Me indica su cédula, por favor?', 'Could you give me your cédula (national ID number), please?'),
      answer: answers.cedula, saveAs: 'customerCedula', skipIfKnown: true,
      notUnderstood: t('Ese número no parece una cédula. Son once dígitos, por ejemplo 001-0000000-9. ¿Me lo escribe otra vez?', 'That does not look like a cédula. It has eleven digits, for example 001-0000000-9. Could you write it again?'),
      help: t('Necesito los once dígitos de su cédula para ubicarle en nuestro sistema. Puede escribirlos con o sin guiones.', 'I need the eleven digits of your cédula to find you in our system, with or without hyphens.'),
      next: 'find',
    }),
    find: call('bank', 'find_customer', { cedula: path('customerCedula') }, { saveAs: 'customer', next: 'way', failed: 'why_not' }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'not_customer' } }, 'trouble', { name: '¿No es cliente o falló?' }),
    not_customer: buttons({
      text: t('No encuentro ningún cliente con la cédula {{ customerCedula | document }}. ¿Cómo seguimos?', 'I cannot find a customer with the cédula {{ customerCedula | document }}. How shall we go on?'),
      options: {
        again: option(t('Escribirla otra vez', 'Write it again'), 'forget'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'gave_up'),
      },
    }),
    forget: set({ customerCedula: literal(null) }, 'ask_cedula', { name: 'Olvidar la cédula' }),
    way: buttons({
      text: t('Por su seguridad, necesito confirmar que es usted. ¿Qué prefiere?', 'For your security, I need to confirm that it is you. Which do you prefer?'),
      options: {
        code: option(t('Código por SMS', 'Code by SMS'), 'by_code'),
        questions: option(t('Dos preguntas', 'Two questions'), 'by_questions'),
      },
    }),
    by_code: verifyByCode({
      via: 'SMS', to: path('customer.phone'), attempts: 3,
      text: t('Le envié un código al teléfono que termina en {{ customer.phoneEnding }}. ¿Me lo escribe aquí?', 'I sent a code to the phone ending in {{ customer.phoneEnding }}. Could you write it here?'),
      notUnderstood: t('Ese código no coincide. Revíselo y escríbalo de nuevo, por favor.', 'That code does not match. Please check it and write it again.'),
      saveAs: 'identified', next: 'thanks', failed: 'not_confirmed',
    }),
    by_questions: verifyByKnownData({
      questions: [
        { id: 'birth_year', text: t('¿En qué año nació?', 'In what year were you born?'), expected: path('customer.birthYear') },
        { id: 'account_ending', text: t('¿Cuáles son los últimos cuatro dígitos de su cuenta de ahorros?', 'What are the last four digits of your savings account?'), expected: path('customer.accountEnding') },
      ],
      attempts: 2,
      notUnderstood: t('Esos datos no coinciden con los que tenemos. Intentemos otra vez, por favor.', 'Those answers do not match what we have. Please let us try again.'),
      saveAs: 'identified', next: 'thanks', failed: 'not_confirmed',
    }),
    not_confirmed: handOff({
      name: 'Identidad no confirmada',
      text: t('No pude confirmar su identidad y, para proteger sus cuentas, no seguiré por aquí. Le comunico con una persona de nuestro equipo.', 'I could not confirm your identity, so to protect your accounts I will not go on. I am passing you to someone on our team.'),
      priority: 'HIGH',
      summary: t('No confirmó su identidad. Cédula indicada: {{ customerCedula | document }}.', 'Did not confirm their identity. Cédula given: {{ customerCedula | document }}.'),
      next: 'gave_up',
    }),
    thanks: say(t('Gracias, {{ customer.firstName }}. Todo en orden.', 'Thank you, {{ customer.firstName }}. All set.'), 'confirmed'),
    confirmed: end('identified'),
  },
})
