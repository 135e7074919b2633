import { answers, ask, branch, buttons, flow, is, list, onIntent, onWords, option, own, path, say, set, subFlow, t } from '../build/index.ts'
import { payDueVariables } from '../common/pay-due.flow.ts'
import { meant } from '../common/meant.ts'
import { askClinic, memberVariables } from './clinic.ts'

export const paymentsFlow = flow('payments', {
  name: 'Pagos',
  description: 'Paga una consulta por el número de su factura, o las cuotas del plan: monto, enlace de pago y recibo.',
  variables: [
    ...memberVariables,
    own('billNumber', 'TEXT'), own('bills', 'LIST', { personal: true }), own('bill', 'OBJECT', { personal: true }), ...payDueVariables,
  ],
  triggers: [
    onIntent('pay_bill'), onIntent('pay_premium'),
    onWords(['pagar', 'pago', 'cuánto debo', 'mi factura', 'cuota'], ['pay', 'payment', 'how much do i owe', 'my bill', 'premium']),
  ],
  summary: t(
    'Pagos.{% if cedula %} Cédula: {{ cedula | document }}.{% endif %}{% if bill %} Factura {{ bill.number }}: {{ bill.amount | money }}.{% endif %}',
    'Payments.{% if cedula %} Cédula: {{ cedula | document }}.{% endif %}{% if bill %} Bill {{ bill.number }}: {{ bill.amount | money }}.{% endif %}',
  ),
  steps: {
    meant: branch({ plan: { when: meant('pay_premium'), to: 'identify' } }, 'what', { name: '¿Ya dijo qué paga?' }),
    what: buttons({
      text: t('¿Qué desea pagar?', 'What would you like to pay?'),
      options: {
        visit: option(t('Una consulta', 'A visit'), 'bill_number', { words: ['consulta', 'factura', 'visit', 'bill'] }),
        plan: option(t('Mi plan o póliza', 'My plan or policy'), 'identify', { words: ['plan', 'póliza', 'cuota', 'policy', 'premium'] }),
      },
    }),
    bill_number: ask({
      text: t('¿Cuál es el número de la factura? Empieza por CON y está en el volante que le dieron en recepción.', 'What is the number of the bill? It begins with CON and stands on the slip from the front desk.'),
      answer: answers.freeText(4, 30), saveAs: 'billNumber', next: 'find_bill',
    }),
    find_bill: askClinic('get_bill', { number: path('billNumber') }, { saveAs: 'bill', next: 'is_paid', failed: 'why_not' }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'unknown' } }, 'trouble', { name: '¿No existe o falló?' }),
    unknown: buttons({
      text: t('No encuentro la factura {{ billNumber }}. ¿La revisamos?', 'I cannot find bill {{ billNumber }}. Shall we check it?'),
      options: {
        again: option(t('Escribirla de nuevo', 'Write it again'), 'bill_number'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else', { words: ['no'] }),
      },
    }),
    is_paid: branch({ paid: { when: is('bill.paid', 'IS_TRUE'), to: 'already' } }, 'sure', { name: '¿Ya está pagada?' }),
    already: say(t('La factura {{ bill.number }} ya está pagada. No tiene que hacer nada más.', 'Bill {{ bill.number }} is already paid. There is nothing more for you to do.'), 'anything_else'),
    identify: subFlow('identify_member', { results: { cedula: 'cedula', member: 'member' }, next: 'find_bills', failed: 'anything_else' }),
    find_bills: askClinic('find_bills', { document: path('cedula') }, { save: [{ from: 'bills', to: 'bills' }], next: 'any_due' }),
    any_due: branch({ several: { when: is('bills[1]', 'IS_SET'), to: 'which' }, one: { when: is('bills[0]', 'IS_SET'), to: 'take_it' } }, 'nothing_due', { name: '¿Debe algo?' }),
    nothing_due: say(t('Está al día: no tiene pagos pendientes. ¡Gracias!', 'You are up to date: there is nothing to pay. Thank you!'), 'anything_else'),
    take_it: set({ bill: path('bills[0]') }, 'sure', { name: 'El único' }),
    which: list({
      text: t('Tiene estos pagos pendientes. ¿Cuál desea hacer?', 'These payments are due. Which one would you like to make?'),
      items: { list: 'bills', title: t('{{ item.amount | money }}', '{{ item.amount | money }}'), description: t('{{ item.description }}, vence el {{ item.dueOn | date }}', '{{ item.description }}, due on {{ item.dueOn | date }}'), most: 9, to: 'sure' },
      options: { none: option(t('Ahora no', 'Not now'), 'anything_else', { words: ['no', 'ninguno'] }) },
      saveAs: 'bill',
    }),
    sure: buttons({
      text: t('{{ bill.description }} ({{ bill.number }}): {{ bill.amount | money }}, vence el {{ bill.dueOn | date }}. ¿Le envío el enlace de pago?', '{{ bill.description }} ({{ bill.number }}): {{ bill.amount | money }}, due on {{ bill.dueOn | date }}. Shall I send you the payment link?'),
      options: {
        yes: option(t('Sí, enviarlo', 'Yes, send it'), 'pay', { words: ['sí', 'si', 'yes', 'pagar'] }),
        no: option(t('Ahora no', 'Not now'), 'later', { words: ['no'] }),
      },
    }),
    later: say(t('De acuerdo. Cuando guste, escríbame «pagar».', 'All right. Whenever you like, write “pay”.'), 'anything_else'),
    pay: subFlow('pay_due', {
      parameters: { dueNumber: path('bill.number'), dueTitle: path('bill.description'), dueAmount: path('bill.amount') }, results: { outcome: 'outcome' }, next: 'was_paid', failed: 'anything_else',
    }),
    was_paid: branch({ unpaid: { when: is('outcome', 'EQUALS', 'UNPAID'), to: 'later' } }, 'anything_else', { name: '¿Se pagó?' }),
  },
})
