import { calls, conversation, expects, handsOff, offers, says, saysNot, sendsFile, taps, writes } from '../../build/index.ts'
import { clinic, found, identifiesHerself, member, stranger } from './members.ts'

const plans = (language: string) => clinic('list_plans', { language })
const registered = { connector: 'health', operation: 'request_affiliation', answer: { data: { number: 'AFI-204511', monthly: { amount: '5150.00', currency: 'DOP' }, answerBy: '2026-11-21' } } }
const down = (operation: string) => ({ connector: 'health', operation, answer: { error: { code: 'FAILED', status: 503 } } })

export const membershipTests = [
  conversation('join-es', 'Una persona se afilia con sus dependientes y sus documentos', { recordings: [plans('ES'), registered] }, [
    writes('quiero afiliarme'),
    taps('join'),
    expects(says('Plan Familiar'), says('RD$ 2,650.00 al mes'), offers('Plan Familiar')),
    taps('Plan Familiar'), writes('Rosa Ejemplo Muestra'), writes('001-0000026-4'), writes('rosa@example.com'), writes('2'),
    expects(says('el nombre, el parentesco y la fecha de nacimiento')),
    writes('Sol Ejemplo, hija, 12 de mayo de 2015; Juan Modelo, esposo, 3 de abril de 1984'),
    expects(says('acta de nacimiento o de matrimonio')),
    sendsFile('acta.jpg'),
    expects(says('foto de su cédula')),
    sendsFile('cedula.jpg'),
    expects(says('Revisemos: Plan Familiar a nombre de Rosa Ejemplo Muestra, cédula 001-0000026-4, con 2 dependientes')),
    taps('yes'),
    expects(calls('health', 'request_affiliation', { plan: 'family', name: 'Rosa Ejemplo Muestra', dependants: 2 }), says('*AFI-204511*'), says('RD$ 5,150.00 al mes'), says('sábado 21 de noviembre')),
  ]),
  conversation('join-fix-en', 'En inglés: lo que está mal se corrige, y las fotos pueden llegar después', { flow: 'affiliation', language: 'EN', recordings: [plans('EN'), registered] }, [
    taps('join'), taps('Essential Plan'), writes('Rosa Ejemplo'), writes('001-0000026-4'), writes('rosa@example.com'), writes('0'),
    expects(says('photo of the front of your ID card'), saysNot('relationship')),
    writes('I do not have it'),
    expects(says('I need a photo')),
    writes('later'),
    expects(says('we will ask you for it before signing'), says('Essential Plan for Rosa Ejemplo')),
    taps('fix'), taps('email'), writes('ejemplo@example.com'), writes('0'), sendsFile('id.jpg'),
    expects(says('The contract goes to ejemplo@example.com')),
    taps('yes'),
    expects(says('*AFI-204511*')),
  ]),
  conversation('join-down-es', 'Si el sistema falla al afiliar, sigue una persona con los datos', { flow: 'affiliation', recordings: [plans('ES'), down('request_affiliation')] }, [
    taps('join'), taps('Plan Plus'), writes('Rosa Ejemplo'), writes('001-0000026-4'), writes('rosa@example.com'), writes('0'), sendsFile('cedula.jpg'), taps('yes'),
    expects(handsOff(), says('no puedo consultar nuestro sistema')),
  ]),
  conversation('join-not-now-es', 'Quien no se decide no envía nada', { flow: 'affiliation', recordings: [plans('ES')] }, [
    taps('join'), taps('none'),
    expects(says('¿Le puedo ayudar en algo más?'), saysNot('AFI')),
  ]),
  conversation('include-es', 'Un afiliado incluye a su hija con el acta', { flow: 'affiliation', recordings: [found(member)] }, [
    taps('include'), ...identifiesHerself(member),
    expects(says('¿A quién desea incluir?')),
    writes('Sol Ejemplo, hija, 12 de mayo de 2015'), sendsFile('acta.jpg'),
    expects(says('su solicitud quedó con el número'), saysNot('Recuerde enviarnos')),
  ]),
  conversation('include-stranger-en', 'En inglés: quien no es afiliado puede hablar con alguien', { flow: 'affiliation', language: 'EN', recordings: [found(stranger, 'EN')] }, [
    taps('include'), writes(stranger.typed),
    expects(says('I cannot find a member with the cédula 001-0000404-3')),
    taps('person'),
    expects(handsOff()),
  ]),
  conversation('join-status-es', 'A una afiliación se le agrega la foto que falta', { recordings: [clinic('get_affiliation', { number: 'AFI-123453' }), clinic('add_document', { number: 'AFI-123453', document: { id: 'x' } })].map(({ input: _, ...rest }) => rest) }, [
    writes('¿cómo va mi afiliación?'), writes('AFI-123453'),
    expects(says('le falta una foto legible de la cédula')),
    sendsFile('cedula.jpg'),
    expects(calls('health', 'add_document', { number: 'AFI-123453' }), says('Ya la agregué a su solicitud')),
  ]),
  conversation('join-status-unknown-en', 'En inglés: un número que no existe se revisa', {
    flow: 'affiliation_status', language: 'EN', recordings: [clinic('get_affiliation', { number: 'AFI-404' }), clinic('get_affiliation', { number: 'AFI-123454' })],
  }, [
    writes('AFI-404'),
    expects(says('I cannot find application AFI-404')),
    taps('again'), writes('AFI-123454'),
    expects(says('Good news!')),
  ]),
]
