import { answers, ask, branch, buttons, flow, is, list, onIntent, onWords, option, own, path, say, set, subFlow, t } from '../build/index.ts'
import { payDueVariables } from '../common/pay-due.flow.ts'
import { askInstitution, citizenVariables } from './institution.ts'
import { unknownOr } from './service-choice.ts'

export const paymentsFlow = flow('payments', {
  name: 'Pagar tasas, impuestos y multas',
  description: 'Por el número de una solicitud o un aviso, o todo lo pendiente de una cédula o RNC: monto, enlace de pago y recibo.',
  variables: [...citizenVariables, ...payDueVariables, own('dueNumber', 'TEXT'), own('dues', 'LIST', { personal: true }), own('due', 'OBJECT', { personal: true })],
  triggers: [
    onIntent('pay_fee'), onIntent('pay_traffic_fine'),
    onWords(['pagar', 'pago', 'impuesto', 'impuestos', 'multa', 'multas', 'cuánto debo', 'tasa'], ['pay', 'payment', 'tax', 'taxes', 'fine', 'fines', 'how much do i owe', 'fee']),
  ],
  summary: t(
    'Pagos.{% if holder %} Cédula o RNC: {{ holder | document }}.{% endif %}{% if due %} {{ due.description }} {{ due.number }}: {{ due.amount | money }}.{% endif %}',
    'Payments.{% if holder %} Cédula or RNC: {{ holder | document }}.{% endif %}{% if due %} {{ due.description }} {{ due.number }}: {{ due.amount | money }}.{% endif %}',
  ),
  steps: {
    how: buttons({
      text: t('¿Tiene el número de la solicitud o del aviso, o busco lo pendiente con su cédula o RNC?', 'Do you have the number of the request or notice, or shall I look up what is due by your cédula or RNC?'),
      options: {
        number: option(t('Tengo el número', 'I have the number'), 'number', { words: ['número', 'number'] }),
        holder: option(t('Buscar lo pendiente', 'Look it up'), 'identify', { words: ['cédula', 'rnc', 'buscar'] }),
      },
    }),
    number: ask({
      text: t('¿Cuál es el número? Empieza por tres letras, por ejemplo SOL, REN, IMP o MUL.', 'What is the number? It begins with three letters, such as SOL, REN, IMP or MUL.'),
      answer: answers.freeText(4, 30), saveAs: 'dueNumber', next: 'find_due',
    }),
    find_due: askInstitution('get_due', { number: path('dueNumber') }, { saveAs: 'due', next: 'is_paid', failed: 'why_not' }),
    why_not: unknownOr('unknown', '¿No existe o falló?'),
    unknown: buttons({
      text: t('No encuentro nada por pagar con el número {{ dueNumber }}. ¿Lo revisamos?', 'I cannot find anything to pay under {{ dueNumber }}. Shall we check it?'),
      options: {
        again: option(t('Escribirlo de nuevo', 'Write it again'), 'number'),
        holder: option(t('Buscar por cédula', 'Search by cédula'), 'identify'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
      },
    }),
    is_paid: branch({ paid: { when: is('due.paid', 'IS_TRUE'), to: 'already' } }, 'sure', { name: '¿Ya está pagado?' }),
    already: say(t('{{ due.number }} ya está pagado. No tiene que hacer nada más.', '{{ due.number }} is already paid. There is nothing more for you to do.'), 'anything_else'),
    identify: subFlow('identify_citizen', { results: { holder: 'holder' }, next: 'find_dues', failed: 'anything_else' }),
    find_dues: askInstitution('find_dues', { document: path('holder') }, { save: [{ from: 'dues', to: 'dues' }], next: 'any_due' }),
    any_due: branch({ several: { when: is('dues[1]', 'IS_SET'), to: 'which' }, one: { when: is('dues[0]', 'IS_SET'), to: 'take_it' } }, 'nothing_due', { name: '¿Debe algo?' }),
    nothing_due: say(t('Está al día: no tiene tasas, impuestos ni multas pendientes. ¡Gracias por cumplir!', 'You are up to date: there are no fees, taxes or fines to pay. Thank you!'), 'anything_else'),
    take_it: set({ due: path('dues[0]') }, 'sure', { name: 'El único' }),
    which: list({
      text: t('Esto es lo pendiente. ¿Qué desea pagar?', 'This is what is due. Which would you like to pay?'),
      items: { list: 'dues', title: t('{{ item.amount | money }}', '{{ item.amount | money }}'), description: t('{{ item.description }}, vence el {{ item.dueOn | date }}', '{{ item.description }}, due on {{ item.dueOn | date }}'), most: 9, to: 'sure' },
      options: { none: option(t('Ahora no', 'Not now'), 'later', { words: ['no', 'ninguno'] }) },
      saveAs: 'due',
    }),
    sure: buttons({
      text: t('{{ due.description }} ({{ due.number }}): {{ due.amount | money }}. ¿Le envío el enlace de pago?', '{{ due.description }} ({{ due.number }}): {{ due.amount | money }}. Shall I send you the payment link?'),
      options: {
        yes: option(t('Sí, enviarlo', 'Yes, send it'), 'pay', { words: ['sí', 'si', 'yes', 'pagar'] }),
        no: option(t('Ahora no', 'Not now'), 'later', { words: ['no'] }),
      },
    }),
    pay: subFlow('pay_due', {
      parameters: { dueNumber: path('due.number'), dueTitle: path('due.description'), dueAmount: path('due.amount') }, results: { outcome: 'outcome' }, next: 'was_paid', failed: 'anything_else',
    }),
    was_paid: branch({ unpaid: { when: is('outcome', 'EQUALS', 'UNPAID'), to: 'later' } }, 'anything_else', { name: '¿Se pagó?' }),
    later: say(t('De acuerdo. Cuando guste, escríbame «pagar».', 'All right. Whenever you like, write “pay”.'), 'anything_else'),
  },
})
