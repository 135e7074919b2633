import { calls, conversation, expects, handsOff, says, saysNot, sendsFile, taps, writes } from '../../build/index.ts'
import { clinic, found, identifiesHerself, member, stranger } from './members.ts'

const opened = { connector: 'health', operation: 'open_claim', answer: { data: { number: 'REC-777111', answerBy: '2026-11-28' } } }
const down = { connector: 'health', operation: 'open_claim', answer: { error: { code: 'TIMEOUT', status: 504 } } }
const state = (number: string) => clinic('get_claim', { number })

export const claimTests = [
  conversation('refund-es', 'Un reembolso se registra con su factura', { recordings: [found(member), opened] }, [
    writes('quiero un reembolso'),
    taps('refund'), ...identifiesHerself(member), writes('RD$ 3,200'), writes('ayer'), writes('Consulta con el pediatra en la Sede Norte'),
    expects(says('foto de la factura')),
    sendsFile('factura.jpg'),
    expects(says('reembolso de RD$ 3,200.00 por un gasto del martes 17 de noviembre')),
    taps('yes'),
    expects(calls('health', 'open_claim', { kind: 'REIMBURSEMENT', document: member.cedula, happenedOn: '2026-11-17' }), says('*REC-777111*'), says('sábado 28 de noviembre')),
  ]),
  conversation('refund-fix-en', 'En inglés: el monto se corrige antes de enviarlo', {
    language: 'EN', recordings: [found(member, 'EN'), opened],
  }, [
    writes('I want my money back for a visit', { understood: { intent: 'medical_reimbursement' } }),
    expects(says('What is the cédula')),
    ...identifiesHerself(member), writes('500'), writes('11/16/2026'), writes('A visit to the dentist'), sendsFile('invoice.jpg'),
    expects(says('a refund of RD$500.00')),
    taps('fix'), writes('1,500'), writes('11/16/2026'), writes('A visit to the dentist'), sendsFile('invoice.jpg'),
    expects(says('a refund of RD$1,500.00')),
    taps('yes'),
    expects(says('*REC-777111*')),
  ]),
  conversation('refund-no-receipt-es', 'Sin factura se explica hasta cuándo hay tiempo', { flow: 'claims', recordings: [found(member)] }, [
    taps('refund'), ...identifiesHerself(member), writes('1500'), writes('hoy'), writes('Una consulta general'), writes('se me perdió'), writes('no la tengo'), writes('no'),
    expects(says('Tiene hasta 90 días'), saysNot('registrado')),
  ]),
  conversation('complaint-es', 'Una queja llega a quien corresponde, con su número', { recordings: [opened] }, [
    writes('quiero poner una queja por el mal trato', { understood: { intent: 'complaint' } }),
    expects(says('Lamento mucho')),
    writes(member.typed), writes('Esperé tres horas en la Sede Central y nadie me explicó nada'),
    expects(calls('health', 'open_claim', { kind: 'COMPLAINT' }), says('*REC-777111*')),
  ]),
  conversation('complaint-emergency-en', 'En inglés: de una queja que suena a emergencia se pregunta primero', { flow: 'claims', language: 'EN', recordings: [opened] }, [
    taps('complaint'), writes(member.typed), writes('My father had chest pain and nobody came for an hour'),
    expects(says('Is anyone in danger right now?')),
    taps('yes'),
    expects(says('call 9-1-1 right now'), handsOff()),
  ]),
  conversation('complaint-slow-es', 'Si el sistema tarda demasiado, la queja la toma una persona', { flow: 'claims', recordings: [down] }, [
    taps('complaint'), writes(member.typed), writes('Me cobraron dos veces la misma consulta'),
    expects(handsOff()),
  ]),
  conversation('claim-status-es', 'Un reclamo pagado dice cuánto y cuándo', { recordings: [state('REC-123455')] }, [
    writes('estado de mi reclamo'), writes('REC-123455'),
    expects(says('está pagado'), says('RD$')),
  ]),
  conversation('claim-status-waiting-en', 'En inglés: un reclamo en revisión dice hasta cuándo', { flow: 'claim_status', language: 'EN', recordings: [state('REC-404'), state('REC-123452')] }, [
    writes('REC-404'),
    expects(says('I cannot find claim REC-404')),
    taps('again'), writes('REC-123452'),
    expects(says('is under review')),
  ]),
  conversation('claim-declined-es', 'Un reclamo negado lo explica una persona', { flow: 'claim_status', recordings: [state('REC-123456')] }, [
    writes('REC-123456'),
    expects(says('cómo apelarlo'), handsOff()),
  ]),
  conversation('refund-stranger-es', 'Quien no es afiliado no registra reembolsos', { flow: 'claims', recordings: [found(stranger)] }, [
    taps('refund'), writes(stranger.typed),
    expects(says('No encuentro ninguna afiliación')),
    taps('leave'),
    expects(says('¿Le puedo ayudar en algo más?')),
  ]),
]
