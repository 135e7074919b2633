import { botSettings, t } from '../build/index.ts'
import { anythingElseFlow } from '../common/anything-else.flow.ts'
import { personFlow } from '../common/person.flow.ts'
import { welcomeFlow } from '../common/welcome.flow.ts'
import type { BotTemplate } from '../template.ts'
import { balanceFlow } from './balance.flow.ts'
import { identifyFlow } from './identify.flow.ts'
import { mainMenuFlow } from './main-menu.flow.ts'

export const financialTemplate: BotTemplate = {
  key: 'financial',
  sector: 'FINANCIAL',
  name: t('Banco o financiera', 'Bank or lender'),
  description: t(
    'Balances, solicitudes de productos, precalificación y pago de préstamos, nuevos clientes, reclamos, sucursales y horarios.',
    'Balances, applications for products, pre-approval and payment of loans, new customers, claims, branches and hours.',
  ),
  connectors: [{ key: 'bank', name: t('Sistema del banco (demostración)', 'Core banking (demo)'), system: 'bank' }],
  content: { settings: botSettings(), flows: [mainMenuFlow, balanceFlow, identifyFlow, anythingElseFlow, personFlow, welcomeFlow], tests: [] },
}
