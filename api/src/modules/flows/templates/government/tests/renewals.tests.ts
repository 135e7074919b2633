import { calls, conversation, expects, handsOff, happens, offers, says, sendsFile, taps, timePasses, writes } from '../../build/index.ts'
import { citizen, down, found, identifiesHerself, institution, oneLicence, outOfOrder, posted, stranger, upToDate } from './citizens.ts'

const expiring = ({ holder }: { holder: string }, language = 'ES') => institution('find_expiring', { document: holder, language })
const renewed = { connector: 'government', operation: 'renew', answer: { data: { number: 'REN-482031', fee: { amount: '3500.00', currency: 'DOP' }, readyOn: '2026-11-23' } } }

export const renewalTests = [
  conversation('renewal-es', 'Lo que vence se renueva y se paga por enlace', { recordings: [found(oneLicence), expiring(oneLicence), renewed, posted] }, [
    writes('quiero renovar mi licencia'), ...identifiesHerself(oneLicence),
    expects(says('Su licencia de operación comercial LIC-'), says('¿Ha cambiado algo')),
    taps('same'),
    expects(says('¿Registro la renovación de LIC-')),
    taps('yes'),
    expects(calls('government', 'renew', { service: 'trade-licence', changes: null }), says('*REN-482031*'), says('Pague con toda seguridad aquí')),
    happens('payment', { state: 'PAID' }),
    expects(says('*RCB-400200*'), says('lista el lunes 23 de noviembre')),
  ]),
  conversation('renewal-changed-en', 'En inglés: lo que cambió se dice y se muestra', { flow: 'renewal', language: 'EN', recordings: [found(citizen), expiring(citizen, 'EN'), renewed] }, [
    ...identifiesHerself(citizen),
    expects(says('This is what expires soon'), offers('Minor building work')),
    taps('Trade licence'), taps('changed'), writes('New address'), sendsFile('lease.pdf', 'application/pdf'),
    expects(says('with the change “New address”')),
    taps('yes'), timePasses(61),
    expects(says('The payment link has expired')),
    taps('no'),
    expects(says('use number REN-482031')),
  ]),
  conversation('renewal-none-es', 'Quien no tiene nada por vencer puede solicitar algo nuevo', { flow: 'renewal', recordings: [found(upToDate), expiring(upToDate)] }, [
    ...identifiesHerself(upToDate),
    expects(says('No tiene licencias ni permisos por vencer')),
    taps('request'),
    expects(says('¿Qué tipo de servicio busca?')),
  ]),
  conversation('renewal-back-es', 'Quien lo piensa mejor no renueva', { flow: 'renewal', recordings: [found(oneLicence), expiring(oneLicence)] }, [
    ...identifiesHerself(oneLicence), taps('changed'), writes('Cambió la dirección'), writes('no lo tengo'), writes('después'),
    expects(says('Podrá enviarlo luego')),
    taps('back'), taps('leave'),
    expects(says('no registré nada')),
  ]),
  conversation('renewal-stranger-en', 'En inglés: un documento desconocido se revisa', { flow: 'renewal', language: 'EN', recordings: [found(stranger), found(oneLicence), expiring(oneLicence, 'EN')] }, [
    writes(stranger.typed),
    expects(says('I cannot find any records under 001-0000404-3')),
    taps('again'), ...identifiesHerself(oneLicence),
    expects(says('Has anything changed')),
  ]),
  conversation('renewal-down-es', 'Si el sistema no responde, sigue una persona', { flow: 'renewal', recordings: [found(outOfOrder)] }, [
    writes(outOfOrder.typed),
    expects(handsOff()),
  ]),
  conversation('renewal-not-registered-es', 'Si no se puede registrar, sigue una persona con los datos', { flow: 'renewal', recordings: [found(oneLicence), expiring(oneLicence), down('renew')] }, [
    ...identifiesHerself(oneLicence), taps('same'), taps('yes'),
    expects(handsOff()),
  ]),
]
