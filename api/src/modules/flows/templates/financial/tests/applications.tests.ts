import { conversation, expects, handsOff, isAtStep, offers, says, saysNot, sendsFile, taps, variable, writes } from '../../build/index.ts'
import { bank, found, identifiesHerself, oneAccount } from './people.ts'

const offered = bank('certificate_terms', { amount: { amount: '200000.00', currency: 'DOP' }, months: '12' })

const who = [writes('Ana Ejemplo Muestra'), writes('001-0000026-4'), writes('809-555-0199')]

export const applicationTests = [
  conversation('savings-es', 'Se solicita una cuenta de ahorros, con una corrección', { flow: 'apply' }, [
    expects(offers('Cuenta de ahorros'), offers('Préstamo')),
    taps('savings_account'),
    expects(says('¿Cuál es su nombre completo')),
    ...who, writes('ana@example.com'),
    expects(offers('Pesos'), offers('Dólares')),
    taps('DOP'), taps('employee'), writes('45 mil pesos'),
    expects(says('foto del frente de su cédula')),
    sendsFile('cedula.jpg'),
    expects(says('Cédula: 001-0000026-4'), says('Moneda: Pesos'), says('Ingreso mensual: RD$ 45,000.00'), says('¿Está todo correcto?')),
    taps('correct'), taps('accountCurrency'),
    expects(says('¿En qué moneda desea la cuenta?')),
    taps('USD'),
    expects(says('Moneda: Dólares'), says('Ingreso mensual: RD$ 45,000.00')),
    taps('send'),
    expects(says('Registré su solicitud de cuenta de ahorros con el número'), says('¿Le puedo ayudar en algo más?')),
  ]),
  conversation('savings-left-en', 'En inglés: se deja sin enviar', { flow: 'savings_account', language: 'EN' }, [
    ...who, writes('ana@example.com'), taps('USD'), taps('own'), writes('60000'), sendsFile('id.png', 'image/png'),
    expects(says('Currency: Dollars'), says('Is everything correct?')),
    taps('leave'),
    expects(says('I have not sent anything'), saysNot('under number')),
  ]),
  conversation('debit-card-es', 'Se pide una tarjeta de débito', { flow: 'debit_card' }, [
    ...who, writes('0264'), taps('first'), taps('branch'), writes('Sucursal Centro, Santo Domingo'),
    expects(says('Cuenta ligada: 0264'), says('Entrega: En una sucursal')),
    writes('sí'),
    expects(says('Registré su solicitud de tarjeta de débito')),
  ]),
  conversation('debit-card-digits-en', 'En inglés: la cuenta se dice con cuatro dígitos', { flow: 'debit_card', language: 'EN' }, [
    ...who, writes('9600264'),
    expects(says('only the last four digits'), isAtStep('debit_card', 'ask_cardAccount')),
    writes('0264'),
    expects(says('first card or a replacement')),
  ]),
  conversation('credit-card-es', 'Se solicita una tarjeta de crédito, con autorización', { flow: 'credit_card' }, [
    expects(says('consultar su historial de crédito')),
    taps('yes'), ...who, writes('ana@example.com'), taps('employee'), writes('75,000'), writes('Empresa de ejemplo, desde 2019'), taps('dual'), writes('100,000'),
    expects(says('Límite deseado: RD$ 100,000.00'), says('Moneda: Pesos y dólares')),
    taps('send'),
    expects(says('Registré su solicitud de tarjeta de crédito')),
  ]),
  conversation('credit-card-no-consent-en', 'En inglés: sin autorización no se pregunta nada más', { flow: 'credit_card', language: 'EN' }, [
    taps('no'),
    expects(says('I cannot process the application here'), saysNot('full name')),
    taps('person'),
    expects(handsOff()),
  ]),
  conversation('certificate-es', 'El certificado muestra lo que se ganaría antes de solicitarlo', { flow: 'certificate', recordings: [offered] }, [
    ...who, writes('ana@example.com'), writes('200 mil'), taps('12'), taps('monthly'), taps('savings'),
    expects(says('una tasa de 8.25 % anual ganaría RD$ 16,500.00'), says('Plazo: 12 meses')),
    taps('send'),
    expects(says('Registré su solicitud de certificado financiero')),
  ]),
  conversation('certificate-down-en', 'En inglés: sin tasa, la solicitud sigue con una persona', {
    flow: 'certificate', language: 'EN', recordings: [{ connector: 'bank', operation: 'certificate_terms', answer: { error: { code: 'UNREACHABLE' } } }],
  }, [
    ...who, writes('ana@example.com'), writes('50'),
    expects(isAtStep('certificate', 'ask_depositAmount')),
    writes('50000'), taps('6'), taps('end'), taps('salary'),
    expects(says('I cannot reach our system'), handsOff()),
  ]),
  conversation('loan-known-es', 'A quien ya se identificó no se le piden sus datos otra vez', {
    recordings: [found(oneAccount), bank('list_accounts', { cedula: oneAccount.cedula })],
  }, [
    writes('mi saldo, por favor'), ...identifiesHerself(oneAccount), taps('no'), taps('yes'),
    expects(says('¿En qué le puedo ayudar hoy?')),
    taps('apply'), taps('loan'), taps('yes'),
    expects(says('¿Qué tipo de préstamo necesita?'), saysNot('nombre completo')),
    taps('personal'), writes('300,000'), writes('36'), taps('employee'), writes('65,000'),
    expects(says('Nombre completo: Altagracia Ejemplo'), says('Plazo: 36 meses')),
    taps('send'),
    expects(says('Registré su solicitud de préstamo')),
  ]),
  conversation('loan-months-en', 'En inglés: un plazo imposible se pide otra vez', { flow: 'loan', language: 'EN' }, [
    taps('yes'), ...who, writes('ana@example.com'), taps('vehicle'), writes('800000'), writes('200'),
    expects(isAtStep('loan', 'ask_loanMonths')),
    writes('60'),
    expects(says('What do you do?'), variable('loanMonths', '60')),
  ]),
]
