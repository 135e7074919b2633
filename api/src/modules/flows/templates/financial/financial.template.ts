import { botSettings, onIntent, onWords, t } from '../build/index.ts'
import { anythingElseFlow } from '../common/anything-else.flow.ts'
import { branchesFlow } from '../common/branches.flow.ts'
import { followRequestFlow } from '../common/follow-request.flow.ts'
import { hoursFlow } from '../common/hours.flow.ts'
import { personFlow } from '../common/person.flow.ts'
import type { BotTemplate } from '../template.ts'
import { financialFaqs } from './financial-faqs.ts'
import { applyFlow } from './apply.flow.ts'
import { balanceFlow } from './balance.flow.ts'
import { certificate } from './certificate.flow.ts'
import { claimFlow, claimType } from './claim.flow.ts'
import { creditCard } from './credit-card.flow.ts'
import { debitCard } from './debit-card.flow.ts'
import { identifyFlow } from './identify.flow.ts'
import { loanPaymentFlow } from './loan-payment.flow.ts'
import { loan } from './loan.flow.ts'
import { lostCardFlow } from './lost-card.flow.ts'
import { mainMenuFlow } from './main-menu.flow.ts'
import { newCustomerType, onboardingFlow } from './onboarding.flow.ts'
import { preapprovalFlow } from './preapproval.flow.ts'
import { savingsAccount } from './savings-account.flow.ts'
import { applicationTests } from './tests/applications.tests.ts'
import { balanceTests } from './tests/balance.tests.ts'
import { loanTests } from './tests/loans.tests.ts'
import { onboardingTests } from './tests/onboarding.tests.ts'
import { serviceTests } from './tests/service.tests.ts'

const branches = branchesFlow('bank', [onWords(['sucursal', 'sucursales', 'oficina más cercana', 'dónde están'], ['branch', 'branches', 'nearest office', 'where are you'])])

const hours = hoursFlow(
  t('Le atendemos de lunes a viernes de 8:30 a. m. a 5:00 p. m. y los sábados de 9:00 a. m. a 1:00 p. m.', 'We are open Monday to Friday from 8:30 am to 5:00 pm, and Saturdays from 9:00 am to 1:00 pm.'),
  [onIntent('branch_hours'), onWords(['horario', 'horarios', 'a qué hora abren', 'a qué hora cierran'], ['hours', 'opening hours', 'when do you open', 'when do you close'])],
)

const followRequest = followRequestFlow([
  onIntent('loan_application_status'), onWords(['estado de mi solicitud', 'seguir una solicitud', 'cómo va mi solicitud', 'mi reclamo'], ['status of my request', 'follow a request', 'my application', 'my claim']),
])

const products = [savingsAccount, debitCard, creditCard, certificate, loan]

export const financialTemplate: BotTemplate = {
  key: 'financial',
  sector: 'FINANCIAL',
  name: t('Banco o financiera', 'Bank or lender'),
  description: t(
    'Balances, solicitudes de productos, precalificación y pago de préstamos, nuevos clientes, reclamos, sucursales y horarios.',
    'Balances, applications for products, pre-approval and payment of loans, new customers, claims, branches and hours.',
  ),
  connectors: [{ key: 'bank', name: t('Sistema del banco (demostración)', 'Core banking (demo)'), system: 'bank' }],
  payments: 'bank',
  faqs: financialFaqs,
  packs: ['banking'],
  requestTypes: [...products.map(({ requestType }) => requestType), newCustomerType, claimType],
  content: {
    settings: botSettings(),
    flows: [
      mainMenuFlow, balanceFlow, lostCardFlow, loanPaymentFlow, preapprovalFlow, ...products.map(product => product.flow),
      applyFlow, onboardingFlow, followRequest, claimFlow, branches, hours, identifyFlow, anythingElseFlow, personFlow,
    ],
    tests: [...balanceTests, ...applicationTests, ...onboardingTests, ...loanTests, ...serviceTests],
  },
}
