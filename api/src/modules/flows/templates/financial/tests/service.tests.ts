import { conversation, expects, handsOff, isAtStep, offers, personReturns, says, sendsPlace, tape, taps, writes } from '../../build/index.ts'

const bank = tape('bank')
const who = [writes('Ana Ejemplo Muestra'), writes('001-0000026-4'), writes('809-555-0199')]

export const serviceTests = [
  conversation('menu-es', 'El menú ofrece todo lo que el bot sabe hacer', { flow: 'main_menu' }, [
    expects(says('¿En qué le puedo ayudar hoy?'), offers('Ver mis balances'), offers('Poner un reclamo'), offers('Hablar con alguien')),
    writes('sucursales'),
    expects(says('¿Cómo prefiere que busquemos la sucursal?')),
    writes('menú'),
    expects(says('¿En qué le puedo ayudar hoy?')),
  ]),
  conversation('person-en', 'En inglés: en medio de cualquier cosa se puede pedir una persona', { flow: 'balance', language: 'EN' }, [
    writes('I want to talk to a person'),
    expects(says('Someone on our team will be with you shortly'), handsOff()),
    personReturns(),
    expects(says('What can I do for you today?')),
  ]),
  conversation('hours-es', 'El horario se dice y lleva a las sucursales', {}, [
    writes('¿cuál es el horario?'),
    expects(says('de lunes a viernes de 8:30 a. m. a 5:00 p. m.')),
    taps('yes'),
    expects(says('¿Cómo prefiere que busquemos la sucursal?')),
  ]),
  conversation('hours-en', 'En inglés: el horario, y nada más', { language: 'EN' }, [
    writes('what are your opening hours?'),
    expects(says('Monday to Friday from 8:30 am to 5:00 pm')),
    taps('no'),
    expects(says('Is there anything else')),
    taps('no'),
    expects(says('From 1 to 5, how was our service?')),
    taps('5'),
    expects(says('anything we could do better?')),
    writes('All good'),
    expects(says('Have a great day!')),
  ]),
  conversation('branches-near-es', 'La sucursal más cercana, con mapa', { flow: 'branches', recordings: [bank('find_branches', { location: { latitude: 18.48, longitude: -69.9 }, language: 'ES' })] }, [
    taps('near'), sendsPlace(18.48, -69.9),
    expects(offers('Sucursal Centro')),
    taps('Sucursal Centro'),
    expects(says('Zona Colonial'), says('Cómo llegar: https://'), says('Horario: lunes a viernes')),
    taps('no'),
    expects(says('¿Le puedo ayudar en algo más?')),
  ]),
  conversation('branches-city-en', 'En inglés: donde no hay sucursal se busca en otra ciudad', {
    flow: 'branches', language: 'EN', recordings: [bank('find_branches', { city: 'Jimaní', language: 'EN' }), bank('find_branches', { city: 'Santiago', language: 'EN' })],
  }, [
    taps('city'), writes('Jimaní'),
    expects(says('We do not have a branch in Jimaní yet')),
    taps('again'), writes('Santiago'),
    expects(offers('Cibao branch')),
  ]),
  conversation('branches-down-es', 'Si no se pueden consultar las sucursales, ayuda una persona', {
    flow: 'branches', recordings: [{ connector: 'bank', operation: 'find_branches', answer: { error: { code: 'FAILED', status: 503 } } }],
  }, [taps('city'), writes('Santiago'), expects(handsOff())]),
  conversation('claim-es', 'Un cargo desconocido queda como reclamo, con su número', {}, [
    writes('quiero poner un reclamo'),
    expects(offers('Cargo desconocido')),
    taps('unknown_charge'), writes('Me aparece una compra de RD$ 4,500 en una tienda que no conozco'), writes('ayer'), ...who,
    expects(says('Tipo: Cargo desconocido'), says('Cuándo: 17/11/2026')),
    taps('send'),
    expects(says('Registré su reclamo con el número')),
    taps('person'),
    expects(handsOff()),
  ]),
  conversation('claim-en', 'En inglés: un reclamo se corrige antes de enviarlo', { flow: 'claim', language: 'EN' }, [
    taps('service'), writes('bad'),
    expects(says('tell me a little more'), isAtStep('claim', 'ask_claimStory')),
    writes('I waited two hours at the branch and nobody called me'), writes('11/16/2026'), ...who,
    taps('correct'), taps('claimDate'), writes('yesterday'),
    expects(says('When: Nov 17, 2026')),
    taps('send'),
    expects(says('I registered your claim under number')),
    taps('no'),
    expects(says('Is there anything else')),
  ]),
  conversation('follow-en', 'En inglés: se sabe en qué va una solicitud por su número', {
    flow: 'follow_request', language: 'EN',
    recordings: [{ connector: 'tables', operation: 'requests', input: { number: 'S-2026-000123' }, answer: { data: { number: 'S-2026-000123', title: 'Application for a loan', state: 'In progress', openedAt: '2026-11-16T14:00:00Z' } } }],
  }, [
    writes('S-2026-000123'),
    expects(says('S-2026-000123: Application for a loan'), says('State: In progress'), says('Opened: Monday, November 16')),
    taps('yes'),
    expects(says('Is there anything else')),
  ]),
  conversation('follow-unknown-es', 'Un número que no existe se puede revisar', { flow: 'follow_request' }, [
    writes('S-2020-999999'),
    expects(says('No encuentro nada con el número S-2020-999999')),
    taps('person'),
    expects(handsOff()),
  ]),
  conversation('lost-card-es', 'Por una tarjeta robada atiende una persona de inmediato', {}, [
    writes('me robaron la tarjeta'),
    expects(says('la bloqueamos enseguida')),
    writes('0264'),
    expects(handsOff()),
  ]),
  conversation('lost-card-en', 'En inglés: no hace falta recordar los dígitos', { language: 'EN' }, [
    writes('I lost my card'), writes('I do not know'),
    expects(says('the person who will block it'), handsOff()),
  ]),
]
