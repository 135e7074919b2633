import { flow, jump, list, option, t } from '../build/index.ts'

export const mainMenuFlow = flow('main_menu', {
  name: 'Menú principal',
  steps: {
    menu: list({
      text: t('¿En qué le puedo ayudar hoy?', 'What can I do for you today?'),
      options: {
        balance: option(t('Ver mis balances', 'My balances'), 'balance', { description: t('Y los últimos movimientos', 'And the latest transactions') }),
        apply: option(t('Solicitar productos', 'Apply for a product'), 'apply', { description: t('Cuentas, tarjetas, certificados, préstamos', 'Accounts, cards, certificates, loans') }),
        loan_payment: option(t('Pagar un préstamo', 'Pay a loan'), 'loan_payment', { description: t('Con un enlace de pago seguro', 'With a secure payment link') }),
        preapproval: option(t('Precalificarme', 'Loan pre-approval'), 'preapproval', { description: t('Sepa cuánto le podemos prestar', 'Find out how much we can lend you') }),
        onboarding: option(t('Hacerme cliente', 'Become a customer'), 'onboarding', { description: t('Desde su celular, en cinco minutos', 'From your phone, in five minutes') }),
        claim: option(t('Poner un reclamo', 'Make a claim'), 'claim', { description: t('Cargos, transferencias, servicio', 'Charges, transfers, service') }),
        follow_request: option(t('Seguir una solicitud', 'Follow a request'), 'follow_request', { description: t('O un reclamo, con su número', 'Or a claim, by its number') }),
        branches: option(t('Sucursales', 'Branches'), 'branches', { description: t('La más cercana o por ciudad', 'The nearest, or by city') }),
        hours: option(t('Horarios', 'Opening hours'), 'hours', { description: t('Cuándo le atendemos', 'When we are open') }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'person', { description: t('De nuestro equipo', 'From our team') }),
      },
    }),
    balance: jump('balance'),
    apply: jump('apply'),
    loan_payment: jump('loan_payment'),
    preapproval: jump('preapproval'),
    onboarding: jump('onboarding'),
    claim: jump('claim'),
    follow_request: jump('follow_request'),
    branches: jump('branches'),
    hours: jump('hours'),
    person: jump('person'),
  },
})
