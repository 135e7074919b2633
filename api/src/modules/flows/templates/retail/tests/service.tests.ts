import { conversation, expects, handsOff, offers, personReturns, says, saysNot, sendsFile, sendsPlace, taps, variable, writes } from '../../build/index.ts'
import { called, store } from './shop.ts'

const contact = { name: 'Ana Ejemplo', phone: '+18095550199' }

export const serviceTests = [
  conversation('menu-es', 'El menú ofrece todo lo que el bot sabe hacer', { flow: 'main_menu' }, [
    expects(says('¿Qué desea hacer hoy?'), offers('Comprar'), offers('Seguir mi pedido'), offers('Hablar con alguien')),
    writes('horarios'),
    expects(says('lunes a sábado')),
  ]),
  conversation('person-es', 'Una persona atiende cuando se pide, y después sigue el bot', { flow: 'buy' }, [
    writes('quiero hablar con una persona'),
    expects(handsOff()),
    personReturns(),
    expects(says('¿Qué desea hacer hoy?')),
  ]),
  conversation('cancel-en', 'En inglés: lo que se estaba haciendo se puede cancelar', { flow: 'pay_order', language: 'EN' }, [
    writes('cancel'),
    expects(says('we will leave it there'), offers('Buy')),
  ]),
  conversation('stock-es', 'Se dice en cuáles tiendas hay y se puede pedir', { recordings: [called('arroz', 'ES'), store('check_stock', { sku: 'P-101', language: 'ES' })] }, [
    writes('¿hay arroz?', { understood: { intent: 'product_availability', entities: { product: 'arroz' } } }),
    expects(offers('Arroz, 10 libras'), saysNot('¿Qué producto busca?')),
    taps('Arroz, 10 libras'),
    expects(says('«Arroz, 10 libras» cuesta RD$ 425.00'), says('Sucursal Centro, Santo Domingo: disponible')),
    taps('buy'),
    expects(says('¿Cuántas unidades desea?')),
  ]),
  conversation('stock-none-es', 'De lo agotado se avisa cuando llegue', { flow: 'stock', contact, recordings: [called('plancha', 'ES'), store('check_stock', { sku: 'E-503', language: 'ES' })] }, [
    writes('plancha'), taps('Plancha a vapor'),
    expects(says('no nos queda en ninguna tienda')),
    writes('sí'),
    expects(says('Le avisaremos al (809) 555-0199')),
  ]),
  conversation('stock-unknown-en', 'En inglés: lo que no se encuentra se busca con otro nombre', {
    flow: 'stock', language: 'EN', recordings: [called('helicopter', 'EN'), called('fan', 'EN'), store('check_stock', { sku: 'E-502', language: 'EN' })],
  }, [
    writes('helicopter'),
    expects(says('I found nothing for “helicopter”')),
    taps('again'), writes('fan'), taps('Pedestal fan'),
    expects(says('Cibao branch, Santiago: few left')),
  ]),
  conversation('stores-near-es', 'La tienda más cercana', { flow: 'branches', recordings: [store('find_branches', { location: { latitude: 18.48, longitude: -69.9 }, language: 'ES' })] }, [
    taps('near'), sendsPlace(18.48, -69.9), taps('Sucursal Centro'),
    expects(says('Zona Colonial')),
  ]),
  conversation('stores-said-en', 'En inglés: la ciudad que ya se dijo no se pregunta', { language: 'EN', recordings: [store('find_branches', { city: 'Santiago', language: 'EN' })] }, [
    writes('is there a store in Santiago?', { understood: { intent: 'store_hours', entities: { place: 'Santiago' } } }),
    expects(offers('Cibao branch'), saysNot('In which city')),
  ]),
  conversation('hours-en', 'En inglés: el horario', { language: 'EN' }, [
    writes('opening hours?'),
    expects(says('Sundays from 9:00 am to 6:00 pm')),
    taps('no'), taps('no'),
    expects(says('From 1 to 5, how was our service?')),
    taps('skip'),
    expects(says('Have a great day!')),
  ]),
  conversation('claim-es', 'Lo que llegó dañado se reclama con foto', { contact, recordings: [store('get_order', { number: 'PED-123454' })] }, [
    writes('mi pedido llegó dañado'),
    taps('yes'), writes('PED-123454'),
    expects(says('Encontré su pedido PED-123454')),
    taps('damaged'), writes('La licuadora vino con el vaso roto'), taps('exchange'),
    expects(says('¿Tiene una foto')),
    taps('yes'), sendsFile('vaso.jpg'),
    expects(says('Tipo: Llegó dañado'), says('Lo que prefiere: Que me lo cambien'), says('Nombre: Ana Ejemplo'), variable('claimPhoto.name', 'vaso.jpg')),
    taps('send'),
    expects(says('registré su reclamo con el número')),
  ]),
  conversation('return-en', 'En inglés: una devolución sin número, que se corrige', { flow: 'claim', language: 'EN' }, [
    taps('no'), taps('return'), writes('The fan is too big for my room'), taps('refund'), writes('Ana Ejemplo'), writes('809-555-0199'), taps('no'),
    expects(says('What you prefer: My money back')),
    taps('correct'), taps('claimWish'), taps('exchange'),
    expects(says('What you prefer: An exchange'), saysNot('Do you have a photo')),
    taps('send'),
    expects(says('I registered your claim under number')),
  ]),
  conversation('claim-unknown-es', 'Sin pedido conocido, el reclamo se toma igual', { flow: 'claim', contact, recordings: [store('get_order', { number: 'PED-123404' })] }, [
    taps('yes'), writes('PED-123404'),
    expects(says('Podemos seguir sin el número')),
    taps('without'), taps('not_arrived'), writes('Compré un abanico y nunca llegó'), taps('refund'), taps('no'),
    expects(says('Tipo: No llegó')),
    taps('leave'),
    expects(says('no envié nada')),
  ]),
  conversation('follow-es', 'Se sabe en qué va un reclamo por su número', {
    recordings: [{ connector: 'tables', operation: 'requests', input: { number: 'S-2026-000123' }, answer: { data: { number: 'S-2026-000123', title: 'Reclamo del pedido PED-123454', state: 'En proceso', openedAt: '2026-11-16T14:00:00Z' } } }],
  }, [
    writes('quiero seguir mi reclamo'), writes('S-2026-000123'),
    expects(says('Estado: En proceso'), says('lunes 16 de noviembre')),
    taps('person'),
    expects(handsOff()),
  ]),
  conversation('follow-unknown-es', 'Un número de reclamo que no existe se puede revisar', { flow: 'follow_request' }, [
    writes('S-2020-999999'),
    expects(says('No encuentro nada')),
    taps('leave'),
    expects(says('¿Le puedo ayudar en algo más?')),
  ]),
]
