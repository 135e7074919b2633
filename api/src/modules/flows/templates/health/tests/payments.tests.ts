import { calls, conversation, expects, handsOff, happens, says, saysNot, taps, timePasses, writes } from '../../build/index.ts'
import { clinic, found, identifiesHerself, member, oneBill, upToDate } from './members.ts'

const bill = (number: string, language: string) => clinic('get_bill', { number, language })
const bills = ({ cedula }: { cedula: string }, language = 'ES') => clinic('find_bills', { document: cedula, language })
const posted = { connector: 'health', operation: 'post_payment', answer: { data: { receipt: 'RCB-900100' } } }
const notPosted = { connector: 'health', operation: 'post_payment', answer: { error: { code: 'FAILED', status: 503 } } }

export const paymentTests = [
  conversation('pay-visit-es', 'Una consulta se paga con el número de su factura', { recordings: [bill('CON-45212', 'ES'), posted] }, [
    writes('quiero pagar mi consulta'),
    taps('visit'), writes('CON-45212'),
    expects(says('Consulta médica (CON-45212)')),
    taps('yes'),
    expects(says('Pague con toda seguridad aquí: https://')),
    happens('payment', { state: 'PAID' }),
    expects(calls('health', 'post_payment', { number: 'CON-45212' }), says('*RCB-900100*')),
  ]),
  conversation('pay-visit-paid-en', 'En inglés: lo pagado no se paga dos veces', { flow: 'payments', language: 'EN', recordings: [bill('CON-404', 'EN'), bill('CON-45219', 'EN')] }, [
    taps('visit'), writes('CON-404'),
    expects(says('I cannot find bill CON-404')),
    taps('again'), writes('CON-45219'),
    expects(says('is already paid'), saysNot('link')),
  ]),
  conversation('pay-plan-es', 'De varios pagos pendientes se elige uno', { recordings: [found(member), bills(member), posted] }, [
    writes('cuánto debo de mi plan', { understood: { intent: 'pay_premium' } }), ...identifiesHerself(member),
    expects(says('Tiene estos pagos pendientes')),
    taps('item-1'),
    expects(says('Cuota mensual del plan (POL-')),
    taps('yes'), happens('payment', { state: 'PAID' }),
    expects(says('Recibimos su pago'), says('¿Le puedo ayudar en algo más?')),
  ]),
  conversation('pay-plan-nothing-en', 'En inglés: a quien no debe nada se le dice', { flow: 'payments', language: 'EN', recordings: [found(upToDate, 'EN'), bills(upToDate, 'EN')] }, [
    taps('plan'), ...identifiesHerself(upToDate),
    expects(says('You are up to date')),
  ]),
  conversation('pay-failed-es', 'Un pago rechazado no se cobra y se puede repetir', { flow: 'payments', recordings: [found(oneBill), bills(oneBill), posted] }, [
    taps('plan'), ...identifiesHerself(oneBill), taps('yes'), happens('payment', { state: 'FAILED' }),
    expects(says('no se le cobró nada')),
    taps('again'), happens('payment', { state: 'PAID' }),
    expects(says('*RCB-900100*')),
  ]),
  conversation('pay-expired-en', 'En inglés: un enlace vencido se puede dejar para después', { flow: 'payments', language: 'EN', recordings: [found(oneBill, 'EN'), bills(oneBill, 'EN')] }, [
    taps('plan'), ...identifiesHerself(oneBill), taps('yes'), timePasses(61),
    expects(says('The payment link has expired')),
    taps('no'),
    expects(says('Whenever you like, write “pay”')),
  ]),
  conversation('pay-not-posted-es', 'Lo pagado que no se registra queda en manos de una persona', { flow: 'payments', recordings: [bill('CON-45212', 'ES'), notPosted] }, [
    taps('visit'), writes('CON-45212'), taps('yes'), happens('payment', { state: 'PAID' }),
    expects(says('No pague de nuevo'), handsOff()),
  ]),
  conversation('pay-down-es', 'Si no se puede consultar la factura, ayuda una persona', { flow: 'payments', recordings: [bill('CON-503', 'ES')] }, [
    taps('visit'), writes('CON-503'),
    expects(handsOff()),
  ]),
]
