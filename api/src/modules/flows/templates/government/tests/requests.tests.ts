import { calls, conversation, expects, handsOff, happens, isAtStep, offers, says, saysNot, sendsFile, taps, writes } from '../../build/index.ts'
import { citizen, down, institution, posted } from './citizens.ts'

const services = (category: string, language = 'ES') => institution('list_services', { category, language })
const requested = (fee: string, free = false) =>
  ({ connector: 'government', operation: 'request_service', answer: { data: { number: 'SOL-482001', fee: { amount: fee, currency: 'DOP' }, free, readyOn: '2026-11-19' } } })
const state = (number: string, language = 'ES') => institution('get_request', { number, language })
const added = { connector: 'government', operation: 'add_document', answer: { data: { number: 'SOL-123453', received: true } } }

export const requestTests = [
  conversation('catalogue-es', 'El catálogo dice requisitos, costo y tiempo, y lleva a la solicitud', { recordings: [services('LICENCE'), institution('get_service', { service: 'event-permit', language: 'ES' })] }, [
    writes('¿qué requisitos piden?'),
    expects(offers('Certificados'), offers('Licencias y permisos')),
    taps('LICENCE'),
    expects(offers('Licencia comercial'), offers('Actividad pública')),
    taps('Actividad pública'),
    expects(says('Permiso para actividades públicas'), says('Costo: RD$ 1,500.00'), says('5 días laborables')),
    taps('request'),
    expects(says('¿Empezamos?'), isAtStep('service_request', 'ready')),
  ]),
  conversation('catalogue-another-en', 'En inglés: se pueden ver varios servicios sin solicitar ninguno', { flow: 'catalogue', language: 'EN', recordings: [services('CERTIFICATE', 'EN'), services('SERVICE', 'EN')] }, [
    taps('CERTIFICATE'), taps('Residence'),
    expects(says('Certificate of residence'), says('Cost: free')),
    taps('another'), taps('SERVICE'),
    expects(offers('Records correction')),
    taps('other'),
    expects(says('What kind of service')),
    writes('cancel'),
    expects(says('we will leave it there'), says('How can we help you?')),
  ]),
  conversation('request-es', 'Un certificado se solicita, se paga y queda con su número', { recordings: [services('CERTIFICATE'), requested('600.00'), posted] }, [
    writes('necesito un certificado de buena conducta', { understood: { intent: 'request_certificate', entities: { document: 'certificado de buena conducta' } } }),
    taps('No antecedentes'),
    expects(says('Requisitos:'), says('¿Empezamos?')),
    taps('yes'), writes(citizen.typed), writes('Rosa Ejemplo Muestra'), taps('EMAIL'), writes('rosa@example.com'),
    expects(says('Revisemos: Certificado de no antecedentes, a nombre de Rosa Ejemplo Muestra (001-0000018-1)'), says('La tasa es de RD$ 600.00')),
    taps('yes'),
    expects(calls('government', 'request_service', { service: 'good-conduct', document: citizen.holder, delivery: 'EMAIL' }), says('*SOL-482001*')),
    taps('now'),
    expects(says('Pague con toda seguridad aquí')),
    happens('payment', { state: 'PAID' }),
    expects(calls('government', 'post_payment', { number: 'SOL-482001' }), says('*RCB-400200*'), says('Debe estar lista el jueves 19 de noviembre')),
  ]),
  conversation('request-free-en', 'En inglés: lo gratuito no se paga, y lo que está mal se corrige', { flow: 'service_request', language: 'EN', recordings: [services('CERTIFICATE', 'EN'), requested('0.00', true)] }, [
    taps('CERTIFICATE'), taps('Residence'), taps('yes'), writes('001-0000018-2'),
    expects(says('neither a cédula nor an RNC')),
    writes(citizen.typed), writes('Rosa Ejemplo'), sendsFile('bill.pdf', 'application/pdf'), taps('OFFICE'),
    expects(says('You collect it at the office'), says('It is free')),
    taps('fix'), taps('applicant'), writes('Rosa Ejemplo Muestra'), sendsFile('bill.pdf', 'application/pdf'), taps('OFFICE'),
    expects(says('in the name of Rosa Ejemplo Muestra')),
    taps('yes'),
    expects(says('*SOL-482001* and is free'), saysNot('Pay securely')),
  ]),
  conversation('request-later-es', 'La tasa se puede pagar después, y el documento enviar luego', { flow: 'service_request', recordings: [services('LICENCE'), requested('3500.00')] }, [
    taps('LICENCE'), taps('Licencia comercial'), taps('yes'), writes(citizen.typed), writes('Comercial de Ejemplo'), writes('Un colmado en la calle Muestra 4'),
    writes('no lo tengo'), writes('no'),
    expects(says('Podrá enviarlo luego')),
    taps('OFFICE'), taps('yes'), taps('later'),
    expects(says('use el número SOL-482001')),
  ]),
  conversation('request-down-es', 'Si el sistema falla al registrar, sigue una persona con los datos', { flow: 'service_request', recordings: [services('CERTIFICATE'), down('request_service')] }, [
    taps('CERTIFICATE'), taps('Pagos al día'), taps('yes'), writes('1-01-85004-3'), writes('Empresa de Ejemplo'), taps('OFFICE'), taps('yes'),
    expects(says('no puedo consultar nuestro sistema'), handsOff()),
  ]),
  conversation('request-correction-en', 'En inglés: quien avisa de un error en sus datos llega al servicio correcto', { language: 'EN', recordings: [institution('get_service', { service: 'data-correction', language: 'EN' })] }, [
    writes('my surname is wrong on my certificate', { understood: { intent: 'report_data_error' } }),
    expects(isAtStep('service_request', 'ready'), says('Correction of records')),
    taps('no'),
    expects(says('Is there anything else')),
  ]),
  conversation('follow-es', 'Una solicitud en proceso dice cuándo estará', { recordings: [state('SOL-123452')] }, [
    writes('¿cómo va mi solicitud?'), writes('SOL-123452'),
    expects(says('está en proceso'), says('Debe estar lista')),
  ]),
  conversation('follow-missing-en', 'En inglés: se envía el documento que faltaba', { flow: 'follow_request', language: 'EN', recordings: [state('SOL-404', 'EN'), state('SOL-123453', 'EN'), added] }, [
    writes('SOL-404'),
    expects(says('I cannot find any request under SOL-404')),
    taps('again'), writes('SOL-123453'),
    expects(says('a readable photo of both sides of the cédula')),
    sendsFile('id.jpg'),
    expects(calls('government', 'add_document'), says('I have added it to your request')),
  ]),
  conversation('follow-message-es', 'También se sigue un mensaje dejado fuera de horario', {
    flow: 'follow_request', recordings: [{ connector: 'tables', operation: 'requests', input: { number: 'S-2026-000007' }, answer: { data: { number: 'S-2026-000007', title: 'Mensaje fuera de horario', state: 'in-progress', openedAt: '2026-11-16T22:10:00Z' } } }],
  }, [
    writes('S-2026-000007'),
    expects(says('en proceso'), says('lunes 16 de noviembre')),
  ]),
  conversation('follow-declined-es', 'Una negativa la explica una persona', { flow: 'follow_request', recordings: [state('SOL-123456')] }, [
    writes('SOL-123456'),
    expects(says('cómo reclamar'), handsOff()),
  ]),
  conversation('follow-down-en', 'En inglés: si el sistema no responde, ayuda una persona', { flow: 'follow_request', language: 'EN', recordings: [state('SOL-503', 'EN')] }, [
    writes('SOL-503'),
    expects(says('I cannot reach our system'), handsOff()),
  ]),
]
