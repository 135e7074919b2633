import { calls, conversation, expects, handsOff, isAtStep, offers, says, saysNot, taps, variable, writes } from '../../build/index.ts'
import { bank, found, identifiesHerself, oneAccount, outOfOrder, slow, stranger, twoLoans } from './people.ts'

export const balanceTests = [
  conversation('balance-es', 'Quien se identifica ve su balance y sus movimientos', {
    recordings: [found(oneAccount), bank('list_accounts', { cedula: oneAccount.cedula }), bank('list_movements', { account: 'SAVINGS-00100000181', language: 'ES' })],
  }, [
    writes('Buenas, quiero ver mi balance'),
    expects(says('¿Me indica su cédula, por favor?')),
    writes(oneAccount.typed),
    expects(calls('bank', 'find_customer', { cedula: oneAccount.cedula }), offers('Dos preguntas'), offers('Código por SMS')),
    taps('questions'),
    expects(says('¿En qué año nació?')),
    writes('1985'),
    expects(says('últimos cuatro dígitos')),
    writes(oneAccount.ending),
    expects(says('Gracias, Altagracia'), says('Ahorros (•••0181): RD$ 212,158.11'), offers('Ver movimientos')),
    taps('movements'),
    expects(offers('Ahorros •••0181')),
    taps('Ahorros •••0181'),
    expects(says('17/11/2026 · Retiro en cajero · -RD$ 5,000.00'), says('¿Le puedo ayudar en algo más?')),
  ]),
  conversation('balance-en', 'En inglés: dos cuentas, y no hace falta ver movimientos', {
    flow: 'balance', language: 'EN', recordings: [found(twoLoans), bank('list_accounts', { cedula: twoLoans.cedula })],
  }, [
    expects(says('Could you give me your cédula')),
    ...identifiesHerself(twoLoans),
    expects(says('Savings (•••0348): RD$128,552.18'), says('Checking (•••7719)')),
    taps('no'),
    expects(says('Is there anything else I can help you with?')),
  ]),
  conversation('balance-code-es', 'También se confirma con el código que llega por SMS', {
    flow: 'balance', recordings: [found(oneAccount), bank('list_accounts', { cedula: oneAccount.cedula })],
  }, [
    writes(oneAccount.typed), taps('code'),
    expects(says('al teléfono que termina en 0181'), calls('codes', 'send', { via: 'SMS', to: '+18095550181' })),
    writes('000000'),
    expects(says('Ese código no coincide'), saysNot('RD$')),
    writes('123456'),
    expects(says('RD$ 212,158.11')),
  ]),
  conversation('balance-stranger-es', 'Con una cédula desconocida se puede corregir y seguir', {
    flow: 'balance', recordings: [found(stranger), found(oneAccount), bank('list_accounts', { cedula: oneAccount.cedula })],
  }, [
    writes(stranger.typed),
    expects(says('No encuentro ningún cliente con la cédula 001-0000404-3'), offers('Hablar con alguien')),
    taps('again'),
    expects(says('¿Me indica su cédula')),
    ...identifiesHerself(oneAccount),
    expects(says('RD$ 212,158.11'), variable('identified', true)),
  ]),
  conversation('balance-down-es', 'Si el sistema no responde, sigue una persona', { flow: 'balance', recordings: [found(outOfOrder)] }, [
    writes(outOfOrder.typed),
    expects(says('no puedo consultar nuestro sistema'), handsOff()),
  ]),
  conversation('balance-slow-en', 'En inglés: si el sistema tarda demasiado, sigue una persona', { flow: 'balance', language: 'EN', recordings: [found(slow)] }, [
    writes(slow.typed),
    expects(says('I cannot reach our system'), handsOff()),
  ]),
  conversation('balance-wrong-es', 'Quien no contesta bien no ve nada', { flow: 'balance', recordings: [found(oneAccount)] }, [
    writes(oneAccount.typed), taps('questions'), writes('1990'), writes('9999'),
    expects(says('no coinciden'), saysNot('RD$')),
    writes('1991'), writes('1111'),
    expects(says('para proteger sus cuentas'), saysNot('RD$'), handsOff()),
  ]),
  conversation('balance-not-a-cedula-es', 'Un número que no es cédula se pide otra vez', { flow: 'balance', recordings: [found(oneAccount)] }, [
    writes('12345'),
    expects(says('no parece una cédula'), isAtStep('identify', 'ask_cedula')),
    writes('ayuda'),
    expects(says('los once dígitos')),
    writes('cancelar'),
    expects(says('lo dejamos así'), says('¿En qué le puedo ayudar hoy?')),
  ]),
]
