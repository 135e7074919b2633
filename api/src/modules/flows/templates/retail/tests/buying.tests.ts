import { calls, conversation, expects, handsOff, happens, isAtStep, offers, says, saysNot, taps, timePasses, writes } from '../../build/index.ts'
import { called, cartIn, categories, inCategory, putIn, store } from './shop.ts'

const rice = putIn('P-101', 2)
const withRice = cartIn(rice)
const riceAndCoffee = putIn('P-103', 1, { cart: withRice })
const fan = putIn('E-502', 1, { language: 'EN' })
const withFan = cartIn(fan)
const noRice = putIn('P-101', 0, { how: 'SET', cart: withRice })
const tooMuch = putIn('P-101', 50)

const ordered = { connector: 'store', operation: 'place_order', answer: { data: { number: 'PED-692751', total: { amount: '1050.00', currency: 'DOP' }, readyOn: '2026-11-20' } } }
const posted = { connector: 'store', operation: 'post_order_payment', answer: { data: { receipt: 'RC-300400', amount: { amount: '1050.00', currency: 'DOP' }, date: '2026-11-18' } } }
const riceBought = [categories('ES'), inCategory('pantry', 'ES'), rice]
const buysRice = [taps('categories'), taps('Despensa'), taps('Arroz, 10 libras'), writes('2')]
const delivered = [taps('DELIVERY'), writes('Calle Primera 10, Gazcue, frente al parque')]
const contact = { name: 'Ana Ejemplo', phone: '+18095550199' }
const quoted = store('quote_order', { cart: withRice, delivery: 'DELIVERY' })

export const buyingTests = [
  conversation('sale-es', 'Del catálogo al pedido pagado con enlace', { contact, recordings: [...riceBought, quoted, ordered, posted] }, [
    writes('quiero comprar'),
    expects(says('¿Cómo prefiere buscar?')),
    taps('categories'),
    expects(offers('Despensa'), offers('Electrodomésticos')),
    taps('Despensa'),
    expects(offers('Arroz, 10 libras')),
    taps('Arroz, 10 libras'),
    expects(says('Precio: RD$ 425.00')),
    writes('dos'),
    expects(says('Lleva 2 artículos por RD$ 850.00')),
    taps('checkout'),
    expects(offers('Envío a domicilio'), offers('Recoger en tienda')),
    taps('DELIVERY'),
    writes('Calle Primera 10, Gazcue, frente al parque'),
    expects(says('2 × Arroz, 10 libras: RD$ 850.00'), says('Envío: RD$ 200.00'), says('Total a pagar: RD$ 1,050.00'), says('Se lo llevamos a: Calle Primera 10'), says('A nombre de Ana Ejemplo')),
    taps('yes'), taps('LINK'),
    expects(calls('store', 'place_order', { delivery: 'DELIVERY', payment: 'LINK' }), says('Su pedido es el PED-692751'), says('El enlace vence en una hora')),
    happens('payment', { state: 'PAID' }),
    expects(says('Su recibo es el RC-300400'), says('¿Le puedo ayudar en algo más?')),
    taps('no'), taps('5'), writes('10'), writes('Todo bien'),
    expects(says('¡Que tenga un excelente día!')),
  ]),
  conversation('sale-pick-up-en', 'En inglés: se recoge en tienda y se paga al recibir', {
    flow: 'buy', language: 'EN', channel: 'WEB',
    recordings: [
      called('fan', 'EN'), fan, store('find_branches', { city: 'Jimaní', language: 'EN' }), store('find_branches', { city: 'Santiago', language: 'EN' }),
      store('quote_order', { cart: withFan, delivery: 'PICK_UP' }),
      { ...ordered, answer: { data: { number: 'PED-511111', total: { amount: '2450.00', currency: 'DOP' }, readyOn: '2026-11-19' } } },
    ],
  }, [
    taps('search'), writes('fan'), taps('Pedestal fan'), writes('1'), taps('checkout'), taps('PICK_UP'), writes('Jimaní'),
    expects(says('We do not have a store in Jimaní yet')),
    taps('again'), writes('Santiago'), taps('Cibao branch'),
    expects(says('In whose name is the order?')),
    writes('Ana Ejemplo'), writes('809 555 0199'),
    expects(says('Picked up at: Cibao branch, Santiago'), says('Total to pay: RD$2,450.00'), saysNot('Delivery:')),
    taps('yes'), taps('CASH'),
    expects(says('You can pick it up at Cibao branch from Thursday, November 19'), saysNot('link')),
    writes('my cart'),
    expects(says('Your cart is still empty')),
  ]),
  conversation('sale-not-found-es', 'Lo que no se encuentra se busca de otra forma', { flow: 'buy', recordings: [called('helicóptero', 'ES'), categories('ES')] }, [
    taps('search'), writes('helicóptero'),
    expects(says('No encontré ese producto')),
    taps('categories'),
    expects(offers('Bebidas')),
  ]),
  conversation('sale-sold-out-es', 'Lo agotado se dice y se ofrece otra cosa', { flow: 'buy', recordings: [called('plancha', 'ES'), categories('ES')] }, [
    taps('search'), writes('plancha'), taps('Plancha a vapor'),
    expects(says('Por ahora no nos queda «Plancha a vapor»')),
    writes('sí'),
    expects(says('¿Qué está buscando?')),
  ]),
  conversation('sale-too-many-es', 'Si no alcanza, se pide menos', { flow: 'buy', recordings: [categories('ES'), inCategory('pantry', 'ES'), { ...tooMuch, answer: { error: { code: 'OUT_OF_STOCK', status: 409 } } }, rice] }, [
    taps('categories'), taps('Despensa'), taps('Arroz, 10 libras'), writes('50'),
    expects(says('No nos quedan tantas unidades')),
    taps('less'), writes('2'),
    expects(says('RD$ 850.00')),
  ]),
  conversation('sale-down-es', 'Si el catálogo no responde, sigue una persona', { flow: 'buy', recordings: [called('503', 'ES')] }, [
    taps('search'), writes('503'),
    expects(says('no puedo consultar nuestro sistema'), handsOff()),
  ]),
  conversation('sale-change-es', 'Antes de confirmar se cambia el nombre y luego se deja', { flow: 'buy', contact, recordings: [...riceBought, quoted] }, [
    ...buysRice, taps('checkout'), ...delivered, taps('change'), taps('receiver'), writes('Luis Ejemplo'),
    expects(says('A nombre de Luis Ejemplo')),
    taps('leave'),
    expects(says('Su carrito queda guardado')),
    writes('mi carrito'),
    expects(says('2 × Arroz, 10 libras')),
  ]),
  conversation('sale-unsure-es', 'Si no se sabe si quedó el pedido, no se repite', {
    flow: 'buy', contact, recordings: [...riceBought, quoted, { ...ordered, answer: { error: { code: 'UNKNOWN' } } }],
  }, [
    ...buysRice, taps('checkout'), ...delivered, taps('yes'), taps('CASH'),
    expects(says('no sé si su pedido quedó registrado'), handsOff()),
  ]),
  conversation('sale-link-expires-es', 'El enlace vence y el pedido queda por pagar', { flow: 'buy', contact, recordings: [...riceBought, quoted, ordered] }, [
    ...buysRice, taps('checkout'), ...delivered, taps('yes'), taps('LINK'), timePasses(61),
    expects(says('El enlace de pago venció')),
    taps('later'),
    expects(says('Su pedido PED-692751 sigue registrado')),
  ]),
  conversation('cart-es', 'El carrito se ve, se cambia y se vacía', { flow: 'buy', recordings: [...riceBought, riceAndCoffee, putIn('P-101', 1, { how: 'SET', cart: cartIn(riceAndCoffee) })] }, [
    ...buysRice, taps('more'), taps('categories'), taps('Despensa'), taps('Café molido, 1 libra'), writes('1'), taps('cart'),
    expects(says('2 × Arroz, 10 libras: RD$ 850.00'), says('1 × Café molido, 1 libra: RD$ 295.00'), says('Total: RD$ 1,145.00')),
    taps('change'), taps('Arroz, 10 libras'), writes('1'),
    expects(says('1 × Arroz, 10 libras: RD$ 425.00'), says('Total: RD$ 720.00')),
    taps('change'), taps('empty'), taps('yes'),
    expects(says('su carrito quedó vacío')),
    writes('mi carrito'),
    expects(says('Su carrito está vacío todavía')),
  ]),
  conversation('cart-empty-en', 'En inglés: un carrito vacío lleva a los productos', { language: 'EN' }, [
    writes('show me my cart'),
    expects(says('Your cart is still empty')),
    taps('buy'),
    expects(says('How would you like to look for it?')),
  ]),
  conversation('cart-remove-es', 'Con cero se quita', { flow: 'buy', recordings: [...riceBought, noRice] }, [
    ...buysRice, taps('cart'), taps('change'), taps('Arroz, 10 libras'), writes('0'),
    expects(says('Su carrito está vacío todavía'), isAtStep('cart', 'empty')),
  ]),
  conversation('catalogue-es', 'El catálogo lleva a comprar en la misma categoría', { recordings: [categories('ES'), inCategory('drinks', 'ES')] }, [
    writes('¿me manda el catálogo?'), taps('Bebidas'),
    expects(says('Jugo de naranja, 1 galón: RD$ 315.00'), offers('Otra categoría')),
    taps('buy'),
    expects(says('¿Cuál le interesa?'), offers('Agua, paquete de 12')),
  ]),
  conversation('catalogue-down-en', 'En inglés: sin catálogo, ayuda una persona', {
    flow: 'catalogue', language: 'EN', recordings: [{ connector: 'store', operation: 'list_categories', answer: { error: { code: 'TIMEOUT' } } }],
  }, [expects(says('I cannot reach our system'), handsOff())]),
]
