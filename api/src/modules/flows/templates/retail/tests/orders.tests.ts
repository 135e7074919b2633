import { calls, conversation, expects, handsOff, happens, offers, says, saysNot, taps, timePasses, writes } from '../../build/index.ts'
import { store } from './shop.ts'

const order = (number: string) => store('get_order', { number })
const ofPhone = store('find_orders', { phone: '+18095550101' })
const posted = { connector: 'store', operation: 'post_order_payment', answer: { data: { receipt: 'RC-300400', amount: { amount: '4900.00', currency: 'DOP' }, date: '2026-11-18' } } }
const down = { connector: 'store', operation: 'post_order_payment', answer: { error: { code: 'FAILED', status: 503 } } }

export const orderTests = [
  conversation('track-es', 'Con el número se sabe dónde va el pedido', { recordings: [order('PED-123453')] }, [
    writes('¿dónde está mi pedido?'),
    expects(says('¿Cómo busco su pedido?')),
    taps('number'), writes('PED-123453'),
    expects(says('Estado: En camino'), says('Fecha estimada: jueves 19 de noviembre'), offers('Cambiar o cancelar')),
    taps('fine'),
    expects(says('¿Le puedo ayudar en algo más?')),
  ]),
  conversation('track-understood-en', 'En inglés: el número que ya se dijo no se pregunta', { language: 'EN', recordings: [order('PED-123451')] }, [
    writes('where is my order PED-123451?', { understood: { intent: 'track_order', entities: { order_code: 'PED-123451' } } }),
    expects(says('State: Received'), says('not paid yet'), saysNot('What is your order number')),
    taps('person'),
    expects(handsOff()),
  ]),
  conversation('track-phone-es', 'En WhatsApp basta con el teléfono desde el que escribe', { flow: 'track_order', contact: { phone: '+18095550101' }, recordings: [ofPhone] }, [
    taps('phone'),
    expects(offers('PED-314373'), saysNot('código')),
    taps('PED-314373'),
    expects(says('Pedido PED-314373'), says('En camino')),
  ]),
  conversation('track-phone-web-en', 'En inglés: en la web el teléfono se confirma con un código', { flow: 'track_order', language: 'EN', channel: 'WEB', recordings: [ofPhone] }, [
    taps('phone'), writes('809-555-0101'),
    expects(says('I sent a code by SMS'), saysNot('PED-')),
    writes('123456'),
    expects(offers('PED-644181')),
  ]),
  conversation('track-unknown-es', 'Un número que no existe se revisa', { flow: 'track_order', recordings: [order('PED-123404'), order('PED-123454')] }, [
    taps('number'), writes('PED-123404'),
    expects(says('No encuentro un pedido con el número PED-123404')),
    taps('again'), writes('PED-123454'),
    expects(says('Estado: Entregado')),
  ]),
  conversation('track-down-es', 'Si el sistema no responde, sigue una persona', { flow: 'track_order', recordings: [order('PED-503')] }, [
    taps('number'), writes('PED-503'),
    expects(handsOff()),
  ]),
  conversation('pay-order-es', 'Un pedido se paga con enlace', { recordings: [order('PED-123451'), posted] }, [
    writes('quiero pagar mi pedido'), writes('PED-123451'),
    expects(says('suma RD$ 4,900.00')),
    taps('yes'),
    expects(says('pagar de forma segura')),
    happens('payment', { state: 'PAID' }),
    expects(calls('store', 'post_order_payment', { number: 'PED-123451' }), says('Su recibo es el RC-300400')),
  ]),
  conversation('pay-order-paid-en', 'En inglés: lo pagado no se paga otra vez', { flow: 'pay_order', language: 'EN', recordings: [order('PED-123453')] }, [
    writes('PED-123453'),
    expects(says('is already paid'), saysNot('link')),
  ]),
  conversation('pay-order-fails-es', 'Un pago rechazado se deja para más tarde', { flow: 'pay_order', recordings: [order('PED-123451')] }, [
    writes('PED-123451'), taps('yes'), happens('payment', { state: 'FAILED' }),
    expects(says('no se le cobró nada')),
    taps('later'),
    expects(says('escríbame «pagar pedido»')),
  ]),
  conversation('pay-order-expires-en', 'En inglés: un enlace vencido se cambia por otro', { flow: 'pay_order', language: 'EN', recordings: [order('PED-123451'), posted] }, [
    writes('PED-123451'), taps('yes'), timePasses(61),
    expects(says('The payment link has expired')),
    taps('again'), happens('payment', { state: 'PAID' }),
    expects(says('Your receipt is RC-300400')),
  ]),
  conversation('pay-order-not-posted-es', 'Lo pagado que no se registra queda en manos de una persona', { flow: 'pay_order', recordings: [order('PED-123451'), down] }, [
    writes('PED-123451'), taps('yes'), happens('payment', { state: 'PAID' }),
    expects(says('No pague otra vez'), handsOff()),
  ]),
]
