import { calls, conversation, expects, handsOff, happens, isAtStep, offers, says, saysNot, taps, timePasses, variable, writes } from '../../build/index.ts'
import { bank, found, identifiesHerself, oneAccount, stranger, twoLoans, withoutLoans } from './people.ts'

const cuota = { amount: '7473.30', currency: 'DOP' }
const posted = { connector: 'bank', operation: 'post_loan_payment', answer: { data: { receipt: 'RC-100200', amount: cuota, date: '2026-11-18' } } }
const notPosted = { connector: 'bank', operation: 'post_loan_payment', answer: { error: { code: 'FAILED', status: 503 } } }

const pesos = (amount: number) => ({ amount: amount.toFixed(2), currency: 'DOP' })

const asked = (income: number, amount: number, months: string, { cedula } = oneAccount as { cedula: string }) =>
  bank('preapprove_loan', { cedula, income: pesos(income), amount: pesos(amount), months })

export const loanTests = [
  conversation('loan-payment-es', 'La cuota se paga con un enlace y llega el recibo', {
    recordings: [found(oneAccount), bank('list_loans', { cedula: oneAccount.cedula }), posted],
  }, [
    writes('quiero pagar mi préstamo'), ...identifiesHerself(oneAccount),
    expects(says('Préstamo personal PR-000181'), says('Cuota de este mes: RD$ 7,473.30'), says('Vence el domingo 29 de noviembre')),
    taps('due'),
    expects(says('Va a pagar RD$ 7,473.30')),
    taps('yes'),
    expects(says('El enlace vence en una hora')),
    happens('payment', { state: 'PAID' }),
    expects(calls('bank', 'post_loan_payment', { loan: 'PR-000181', amount: cuota }), says('Recibo RC-100200 por RD$ 7,473.30')),
  ]),
  conversation('loan-payment-too-much-en', 'En inglés: se cambia el monto, el enlace vence y se deja', {
    flow: 'loan_payment', language: 'EN', recordings: [found(twoLoans), bank('list_loans', { cedula: twoLoans.cedula })],
  }, [
    ...identifiesHerself(twoLoans),
    expects(offers('Personal loan'), offers('Vehicle loan')),
    taps('Personal loan'),
    expects(says('Outstanding balance: RD$246,052.05')),
    taps('other'), writes('300000'),
    expects(says('more than you owe')),
    writes('5000'),
    expects(says('You are about to pay RD$5,000.00')),
    taps('yes'),
    timePasses(61),
    expects(says('The payment link has expired')),
    taps('leave'),
    expects(says('no payment was made')),
  ]),
  conversation('loan-payment-failed-es', 'Un pago rechazado no se cobra y se puede repetir', {
    flow: 'loan_payment', recordings: [found(oneAccount), bank('list_loans', { cedula: oneAccount.cedula }), posted],
  }, [
    ...identifiesHerself(oneAccount), taps('due'), taps('yes'), happens('payment', { state: 'FAILED' }),
    expects(says('no se le cobró nada')),
    taps('again'), happens('payment', { state: 'PAID' }),
    expects(says('¡Pago recibido, muchas gracias!')),
  ]),
  conversation('loan-payment-not-posted-es', 'Lo pagado que el sistema no aplica queda en manos de una persona', {
    flow: 'loan_payment', recordings: [found(oneAccount), bank('list_loans', { cedula: oneAccount.cedula }), notPosted],
  }, [
    ...identifiesHerself(oneAccount), taps('due'), taps('yes'), happens('payment', { state: 'PAID' }),
    expects(says('No pague otra vez'), handsOff()),
  ]),
  conversation('loan-payment-none-es', 'Quien no tiene préstamos lo sabe', {
    flow: 'loan_payment', recordings: [found(withoutLoans), bank('list_loans', { cedula: withoutLoans.cedula })],
  }, [
    ...identifiesHerself(withoutLoans),
    expects(says('No tiene préstamos activos'), saysNot('enlace')),
  ]),
  conversation('preapproval-es', 'Se precalifica y se solicita con los mismos datos', { recordings: [asked(65_000, 300_000, '36')] }, [
    writes('¿cuánto me prestan?'), writes(oneAccount.typed), writes('65 mil'), writes('300 mil'), writes('36 meses'),
    expects(says('Precalifica para RD$ 300,000.00 a 36 meses'), says('RD$ 10,921.11 al mes')),
    taps('apply'), taps('yes'),
    expects(says('¿Cuál es su nombre completo')),
    writes('Altagracia Ejemplo'),
    expects(isAtStep('loan', 'ask_applicantPhone')),
    writes('809-555-0181'), writes('ana@example.com'), taps('personal'),
    expects(says('¿A qué se dedica?'), variable('loanMonths', '36')),
  ]),
  conversation('preapproval-less-en', 'En inglés: se ofrece menos de lo pedido', { flow: 'preapproval', language: 'EN', recordings: [asked(30_000, 900_000, '36')] }, [
    writes(oneAccount.typed), writes('30,000'), writes('900,000'), writes('36'),
    expects(says('up to RD$271,000.00 over 36 months'), variable('loanAmount', { amount: '271000.00', currency: 'DOP' })),
    taps('leave'),
    expects(says('Is there anything else')),
  ]),
  conversation('preapproval-no-es', 'Si no alcanza se puede probar otro monto', { flow: 'preapproval', recordings: [asked(1500, 900_000, '12'), asked(1500, 20_000, '84')] }, [
    writes(oneAccount.typed), writes('1,500'), writes('900,000'), writes('12'),
    expects(says('no puedo ofrecerle una precalificación')),
    taps('other'), writes('20,000'), writes('84'),
    expects(says('RD$ 20,000.00')),
  ]),
  conversation('preapproval-stranger-es', 'De quien no se sabe nada, evalúa un oficial', {
    flow: 'preapproval', recordings: [asked(50_000, 100_000, '24', stranger)],
  }, [
    writes(stranger.typed), writes('50 mil'), writes('100 mil'), writes('24'),
    expects(says('Todavía no tengo información suya'), offers('Solicitar préstamo')),
  ]),
]
