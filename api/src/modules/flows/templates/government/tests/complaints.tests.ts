import { calls, conversation, expects, handsOff, says, saysNot, sendsFile, sendsPlace, taps, writes } from '../../build/index.ts'
import { down } from './citizens.ts'

const opened = { connector: 'government', operation: 'open_complaint', answer: { data: { number: 'QJA-551231', answerBy: '2026-12-03' } } }

export const complaintTests = [
  conversation('complaint-es', 'Un hoyo en la calle se reporta con ubicación y foto', { recordings: [opened] }, [
    writes('hay un hoyo enorme en mi calle', { understood: { intent: 'report_street_problem' } }),
    expects(says('¿Desea dar su nombre o prefiere que sea anónima?'), saysNot('¿De qué se trata?')),
    taps('named'), writes('Rosa Ejemplo'), writes('809-555-0123'), writes('Hay un hoyo enorme frente a la escuela desde agosto'),
    taps('yes'), sendsPlace(18.48, -69.91), taps('yes'), sendsFile('hoyo.jpg'),
    expects(says('a nombre de Rosa Ejemplo')),
    taps('yes'),
    expects(calls('government', 'open_complaint', { kind: 'STREET', anonymous: false, name: 'Rosa Ejemplo' }), says('*QJA-551231*'), says('jueves 3 de diciembre')),
  ]),
  conversation('complaint-anonymous-es', 'Una denuncia anónima no lleva nombre ni teléfono', { recordings: [opened] }, [
    writes('quiero poner una denuncia'),
    taps('CONDUCT'), taps('anonymous'),
    expects(says('Ni su nombre ni su teléfono')),
    writes('Un empleado pidió dinero para agilizar un permiso'), taps('no'),
    expects(says('de forma anónima')),
    taps('yes'),
    expects(calls('government', 'open_complaint', { kind: 'CONDUCT', anonymous: true, name: null, phone: null }), says('*QJA-551231*')),
  ]),
  conversation('complaint-fix-en', 'En inglés: quien cambia de idea queda en el anonimato', { flow: 'complaints', language: 'EN', recordings: [opened] }, [
    taps('SERVICE'), taps('named'), writes('Rosa Ejemplo'), writes('809-555-0123'), writes('I waited four hours at the North Office'), taps('no'), taps('fix'), taps('named'), taps('anonymous'),
    writes('I waited four hours at the North Office'), taps('no'), taps('yes'),
    expects(calls('government', 'open_complaint', { anonymous: true, name: null, phone: null }), says('*QJA-551231*')),
  ]),
  conversation('complaint-left-en', 'En inglés: si lo deja, no se registra nada', { flow: 'complaints', language: 'EN' }, [
    taps('CLAIM'), taps('anonymous'), writes('I was charged twice for the same certificate'), taps('no'), taps('no'),
    expects(says('I have registered nothing')),
  ]),
  conversation('complaint-down-es', 'Si no se puede registrar, la toma una persona', { flow: 'complaints', recordings: [down('open_complaint')] }, [
    taps('CLAIM'), taps('anonymous'), writes('Me cobraron dos veces el mismo certificado'), taps('no'), taps('yes'),
    expects(handsOff()),
  ]),
]
