import { calls, conversation, expects, handsOff, happens, says, saysNot, taps, writes } from '../../build/index.ts'
import { citizen, down, found, identifiesHerself, institution, oneDue, posted, upToDate } from './citizens.ts'

const due = (number: string, language = 'ES') => institution('get_due', { number, language })
const dues = ({ holder }: { holder: string }, language = 'ES') => institution('find_dues', { document: holder, language })

export const paymentTests = [
  conversation('pay-number-es', 'La tasa de una solicitud se paga con su número', { recordings: [due('SOL-482001'), posted] }, [
    writes('quiero pagar'), taps('number'), writes('SOL-482001'),
    expects(says('Tasa de su solicitud (SOL-482001): RD$ 600.00')),
    taps('yes'), happens('payment', { state: 'PAID' }),
    expects(calls('government', 'post_payment', { number: 'SOL-482001' }), says('*RCB-400200*')),
  ]),
  conversation('pay-number-unknown-en', 'En inglés: un número que no debe nada se revisa', { flow: 'payments', language: 'EN', recordings: [due('SOL-404', 'EN'), due('MUL-123459', 'EN')] }, [
    taps('number'), writes('SOL-404'),
    expects(says('I cannot find anything to pay under SOL-404')),
    taps('again'), writes('MUL-123459'),
    expects(says('is already paid'), saysNot('link')),
  ]),
  conversation('pay-taxes-es', 'De lo pendiente se elige qué pagar', { recordings: [found(citizen), dues(citizen), posted] }, [
    writes('¿cuánto debo de impuestos?'), taps('holder'), ...identifiesHerself(citizen),
    expects(says('Esto es lo pendiente')),
    taps('item-1'),
    expects(says('Recogida de basura (ARB-')),
    taps('yes'), happens('payment', { state: 'PAID' }),
    expects(says('Recibimos su pago')),
  ]),
  conversation('pay-taxes-none-en', 'En inglés: a quien no debe nada se le dice', { flow: 'payments', language: 'EN', recordings: [found(upToDate), dues(upToDate, 'EN')] }, [
    taps('holder'), ...identifiesHerself(upToDate),
    expects(says('You are up to date')),
  ]),
  conversation('pay-failed-es', 'Un pago rechazado se puede dejar para luego', { flow: 'payments', recordings: [found(oneDue), dues(oneDue)] }, [
    taps('holder'), ...identifiesHerself(oneDue), taps('yes'), happens('payment', { state: 'FAILED' }),
    expects(says('no se le cobró nada')),
    taps('leave'),
    expects(says('escríbame «pagar»')),
  ]),
  conversation('pay-not-posted-es', 'Lo pagado que no se registra queda en manos de una persona', { flow: 'payments', recordings: [due('SOL-482001'), down('post_payment')] }, [
    taps('number'), writes('SOL-482001'), taps('yes'), happens('payment', { state: 'PAID' }),
    expects(says('No pague de nuevo'), handsOff()),
  ]),
  conversation('pay-wrong-phone-es', 'Quien no confirma su teléfono habla con una persona', { flow: 'payments', recordings: [found(citizen)] }, [
    taps('holder'), writes(citizen.typed), writes('1111'), writes('2222'), writes('3333'),
    expects(handsOff(), saysNot('RD$')),
  ]),
]
