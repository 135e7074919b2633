import { all, ask, branch, buttons, call, flow, is, jump, literal, onWords, option, own, path, say, set, t } from '../build/index.ts'
import { applicantFields, incomeFields } from './application.ts'
import { amountField, monthsField } from './loan.flow.ts'

const [, cedulaField] = applicantFields
const [, incomeField] = incomeFields

const question = ({ text, answer, notUnderstood, help, name }: typeof amountField, next: string) =>
  ask({ text, answer, saveAs: name, skipIfKnown: true, next, ...(notUnderstood && { notUnderstood }), ...(help && { help }) })

export const preapprovalFlow = flow('preapproval', {
  name: 'Precalificar préstamo',
  description: 'Con el ingreso, el monto y el plazo dice cuánto se le puede prestar, a qué tasa y con qué cuota, y ofrece solicitarlo.',
  variables: [
    own('applicantCedula', 'TEXT', { personal: true }), own('income', 'MONEY', { personal: true }), own('loanAmount', 'MONEY'), own('loanMonths', 'TEXT'), own('offer', 'OBJECT'),
  ],
  triggers: [onWords(['precalificar', 'precalifico', 'preaprobado', 'preaprobación', 'cuánto me prestan'], ['preapproval', 'pre-approval', 'prequalify', 'how much can I borrow'])],
  summary: t(
    'Quiere precalificar un préstamo.{% if applicantCedula %} Cédula: {{ applicantCedula | document }}.{% endif %}{% if income %} Ingreso: {{ income | money }}.{% endif %}{% if loanAmount %} Monto: {{ loanAmount | money }}.{% endif %}{% if loanMonths %} Plazo: {{ loanMonths }} meses.{% endif %}',
    'Wants a loan pre-approved.{% if applicantCedula %} Cédula: {{ applicantCedula | document }}.{% endif %}{% if income %} Income: {{ income | money }}.{% endif %}{% if loanAmount %} Amount: {{ loanAmount | money }}.{% endif %}{% if loanMonths %} Term: {{ loanMonths }} months.{% endif %}',
  ),
  steps: {
    intro: say(t('Con cuatro datos le digo cuánto le podemos prestar. No le compromete a nada.', 'With four answers I can tell you how much we can lend you. It does not commit you to anything.'), 'ask_cedula'),
    ask_cedula: question(cedulaField!, 'ask_income'),
    ask_income: question(incomeField!, 'ask_amount'),
    ask_amount: question(amountField, 'ask_months'),
    ask_months: question(monthsField, 'evaluate'),
    evaluate: call('bank', 'preapprove_loan', { cedula: path('applicantCedula'), income: path('income'), amount: path('loanAmount'), months: path('loanMonths') }, {
      saveAs: 'offer', waitText: t('Un momento, estoy evaluando su solicitud.', 'One moment, I am assessing your request.'), next: 'result', failed: 'why_not',
    }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'not_customer' } }, 'trouble', { name: '¿No es cliente o falló?' }),
    not_customer: buttons({
      text: t('Todavía no tengo información suya con la cédula {{ applicantCedula | document }}. Un oficial puede evaluarle si solicita el préstamo.', 'I have no information under the cédula {{ applicantCedula | document }} yet. An officer can assess you if you apply for the loan.'),
      options: {
        apply: option(t('Solicitar préstamo', 'Apply for the loan'), 'apply'),
        again: option(t('Corregir la cédula', 'Correct the cédula'), 'forget_cedula'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else'),
      },
    }),
    forget_cedula: set({ applicantCedula: literal(null) }, 'ask_cedula', { name: 'Corregir la cédula' }),
    result: branch({
      all: { when: all(is('offer.approved', 'IS_TRUE'), is('offer.reduced', 'IS_FALSE')), to: 'approved' },
      less: { when: is('offer.approved', 'IS_TRUE'), to: 'approved_less' },
    }, 'not_approved', { name: '¿Qué respondió el sistema?' }),
    approved: say(t(
      '¡Buenas noticias! Precalifica para {{ offer.amount | money }} a {{ offer.months }} meses, con una tasa de {{ offer.rate | number: 2 }} % anual. Su cuota sería de unos {{ offer.instalment | money }} al mes.',
      'Good news! You are pre-approved for {{ offer.amount | money }} over {{ offer.months }} months, at a yearly rate of {{ offer.rate | number: 2 }}%. Your instalment would be about {{ offer.instalment | money }} a month.',
    ), 'offer_it'),
    approved_less: say(t(
      'Con su ingreso le podemos ofrecer hasta {{ offer.amount | money }} a {{ offer.months }} meses, con una tasa de {{ offer.rate | number: 2 }} % anual. Su cuota sería de unos {{ offer.instalment | money }} al mes.',
      'With your income we can offer up to {{ offer.amount | money }} over {{ offer.months }} months, at a yearly rate of {{ offer.rate | number: 2 }}%. Your instalment would be about {{ offer.instalment | money }} a month.',
    ), 'take_offer'),
    take_offer: set({ loanAmount: path('offer.amount') }, 'offer_it', { name: 'Quedarse con lo ofrecido' }),
    offer_it: buttons({
      text: t('¿Desea solicitarlo ahora? Su respuesta final depende de la evaluación de un oficial.', 'Would you like to apply now? The final answer depends on an officer’s assessment.'),
      options: {
        apply: option(t('Sí, solicitarlo', 'Yes, apply'), 'apply', { words: ['sí', 'si', 'yes'] }),
        other: option(t('Probar otro monto', 'Try another amount'), 'forget_amount'),
        leave: option(t('Ahora no', 'Not now'), 'anything_else', { words: ['no'] }),
      },
    }),
    not_approved: buttons({
      text: t('Con esos datos no puedo ofrecerle una precalificación por ahora. Un monto menor o un plazo más largo puede ayudar.', 'With these figures I cannot offer you a pre-approval for now. A smaller amount or a longer term may help.'),
      options: {
        other: option(t('Probar otro monto', 'Try another amount'), 'forget_amount'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else'),
      },
    }),
    forget_amount: set({ loanAmount: literal(null), loanMonths: literal(null) }, 'ask_amount', { name: 'Probar con otro monto' }),
    apply: jump('loan', { loanAmount: path('loanAmount'), loanMonths: path('loanMonths'), income: path('income'), applicantCedula: path('applicantCedula') }),
  },
})
