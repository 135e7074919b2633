import { answers, call, onIntent, own, path, t } from '../build/index.ts'
import { application } from './application.ts'

export const certificate = application('certificate', {
  product: t('certificado financiero', 'a certificate of deposit'),
  name: 'Solicitar certificado financiero',
  intro: t('Muy buena decisión. Le pediré el monto y el plazo, y le mostraré cuánto ganaría antes de enviar la solicitud.', 'A very good decision. I will ask for the amount and the term, and show you what you would earn before sending the application.'),
  triggers: [onIntent('open_deposit_certificate')],
  variables: [{ ...own('rate', 'NUMBER'), label: t('Tasa ofrecida', 'Rate offered') }, { ...own('interest', 'MONEY'), label: t('Intereses estimados', 'Interest expected') }],
  fields: [
    {
      name: 'depositAmount', label: t('Monto', 'Amount'), answer: answers.money('10000', '100000000'),
      text: t('¿Qué monto desea depositar, en pesos? El mínimo es RD$ 10,000.', 'How much would you like to deposit, in pesos? The minimum is RD$10,000.'),
    },
    {
      name: 'depositMonths', label: t('Plazo', 'Term'), text: t('¿A qué plazo?', 'For how long?'),
      answer: answers.choice('LIST', { 3: t('3 meses', '3 months'), 6: t('6 meses', '6 months'), 12: t('12 meses', '12 months'), 24: t('24 meses', '24 months') }),
    },
    {
      name: 'interestPaid', label: t('Pago de intereses', 'Payment of interest'), text: t('¿Cómo desea recibir los intereses?', 'How would you like to receive the interest?'),
      answer: answers.choice('BUTTONS', { monthly: t('Cada mes', 'Every month'), end: t('Al vencimiento', 'At maturity') }),
    },
    {
      name: 'moneyOrigin', label: t('Origen de los fondos', 'Origin of the funds'), text: t('La ley nos pide preguntarle: ¿de dónde provienen los fondos?', 'The law requires us to ask: where do the funds come from?'),
      answer: answers.choice('LIST', {
        savings: t('Ahorros', 'Savings'), salary: t('Salario', 'Salary'), business: t('Mi negocio', 'My business'), sale: t('Venta de un bien', 'Sale of property'),
        inheritance: t('Herencia', 'Inheritance'), other: t('Otro', 'Other'),
      }),
    },
  ],
  before: {
    terms: call('bank', 'certificate_terms', { amount: path('depositAmount'), months: path('depositMonths') }, {
      save: [{ from: 'rate', to: 'rate' }, { from: 'interest', to: 'interest' }], next: 'summary',
    }),
  },
  also: t(
    'A una tasa de {{ rate | number: 2 }} % anual ganaría {{ interest | money }} de intereses, antes de impuestos.',
    'At a yearly rate of {{ rate | number: 2 }}% you would earn {{ interest | money }} of interest before tax.',
  ),
  then: t('Un oficial le contactará en un día laborable para coordinar el depósito. La tasa se confirma ese día.', 'An officer will contact you within one working day to arrange the deposit. The rate is confirmed on that day.'),
})
