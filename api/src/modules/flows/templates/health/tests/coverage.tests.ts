import { calls, conversation, expects, handsOff, offers, says, saysNot, sendsFile, taps, writes } from '../../build/index.ts'
import { clinic, found, identifiesHerself, member, outOfOrder, suspended } from './members.ts'

const centres = (language: string) => clinic('list_centres', { language })
const procedures = (words: string, language: string) => clinic('find_procedures', { words, language })
const requested = { connector: 'health', operation: 'request_authorisation', answer: { data: { number: 'PRE-330221', state: 'RECEIVED', covered: 80, copay: { amount: '2900.00', currency: 'DOP' }, answerBy: '2026-11-20' } } }
const state = (number: string) => clinic('get_authorisation', { number })
const added = { connector: 'health', operation: 'add_document', answer: { data: { number: 'PRE-123453', received: true } } }

export const coverageTests = [
  conversation('preauthorisation-es', 'Una resonancia se autoriza con la foto de la indicación', { recordings: [found(member), procedures('resonancia de rodilla', 'ES'), centres('ES'), requested] }, [
    writes('necesito una autorización'),
    taps('request'), ...identifiesHerself(member),
    expects(says('¿Qué estudio o procedimiento le indicaron?')),
    writes('resonancia de rodilla'),
    expects(offers('Resonancia magnética')),
    taps('Resonancia magnética'), sendsFile('indicacion.jpg'),
    expects(offers('Sede Norte')),
    taps('Sede Norte'),
    expects(says('autorización de resonancia magnética (Sede Norte)')),
    taps('yes'),
    expects(calls('health', 'request_authorisation', { document: member.cedula, procedure: 'mri', centre: 'norte' }), says('*PRE-330221*'), says('RD$ 2,900.00'), says('viernes 20 de noviembre')),
  ]),
  conversation('preauthorisation-understood-en', 'En inglés: el estudio que ya se dijo no se pregunta, y hace falta la orden', { language: 'EN', recordings: [found(member, 'EN'), procedures('MRI', 'EN')] }, [
    writes('I need approval for an MRI', { understood: { intent: 'coverage_preauthorization', entities: { study: 'MRI' } } }),
    taps('request'), ...identifiesHerself(member),
    expects(offers('MRI scan'), saysNot('Which test')),
    taps('MRI scan'), writes('I lost it'), writes('no'), writes('sorry'),
    expects(says('I cannot request it without the order yet')),
  ]),
  conversation('preauthorisation-other-es', 'Un procedimiento que no se conoce se dice de otro modo', {
    flow: 'preauthorisation', recordings: [found(member), procedures('masaje', 'ES'), procedures('terapia física', 'ES')],
  }, [
    taps('request'), ...identifiesHerself(member), writes('masaje'),
    expects(says('No encuentro «masaje»')),
    taps('again'), writes('terapia física'),
    expects(offers('Terapia física')),
    taps('other'),
    expects(says('¿Qué estudio o procedimiento')),
    writes('menú'),
    expects(says('¿En qué le podemos ayudar?')),
  ]),
  conversation('preauthorisation-suspended-es', 'Con el plan suspendido se ofrece pagar', { flow: 'preauthorisation', recordings: [found(suspended)] }, [
    taps('request'), ...identifiesHerself(suspended),
    expects(says('aparece suspendido'), offers('Ver mis cuotas')),
    taps('pay'),
    expects(says('¿Qué desea pagar?')),
  ]),
  conversation('preauthorisation-wrong-card-es', 'Quien no confirma su carnet habla con una persona', { flow: 'preauthorisation', recordings: [found(member)] }, [
    taps('request'), writes(member.typed), writes('1111'),
    expects(says('Ese número no coincide')),
    writes('2222'), writes('3333'),
    expects(handsOff(), saysNot('¿Qué estudio')),
  ]),
  conversation('preauthorisation-down-en', 'En inglés: si el sistema no responde, sigue una persona', { flow: 'preauthorisation', language: 'EN', recordings: [found(outOfOrder, 'EN')] }, [
    taps('request'), writes(outOfOrder.typed),
    expects(says('I cannot reach our system'), handsOff()),
  ]),
  conversation('preauthorisation-status-es', 'Una autorización aprobada dice qué número presentar', { recordings: [state('PRE-123454')] }, [
    writes('cómo va mi autorización'), writes('PRE-123454'),
    expects(says('¡Aprobada!'), says('*AUT-12345*')),
  ]),
  conversation('preauthorisation-missing-en', 'En inglés: la orden que faltaba se envía en una foto', { flow: 'preauthorisation_status', language: 'EN', recordings: [state('PRE-123453'), added] }, [
    writes('PRE-123453'),
    expects(says('needs the doctor’s order')),
    sendsFile('order.jpg'),
    expects(calls('health', 'add_document'), says('Received, thank you')),
  ]),
  conversation('preauthorisation-declined-es', 'Una negativa la explica una persona', { flow: 'preauthorisation_status', recordings: [state('PRE-404'), state('PRE-123455')] }, [
    writes('PRE-404'),
    expects(says('No encuentro la autorización PRE-404')),
    taps('again'), writes('PRE-123455'),
    expects(says('no fue aprobada'), handsOff()),
  ]),
]
