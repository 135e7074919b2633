import { botSettings, onIntent, onWords, t } from '../build/index.ts'
import { anythingElse } from '../common/anything-else.flow.ts'
import { branchesFlow } from '../common/branches.flow.ts'
import { followRequestFlow } from '../common/follow-request.flow.ts'
import { hoursFlow } from '../common/hours.flow.ts'
import { personFlow } from '../common/person.flow.ts'
import type { BotTemplate } from '../template.ts'
import { retailFaqs } from './retail-faqs.ts'
import { buyFlow } from './buy.flow.ts'
import { cartFlow } from './cart.flow.ts'
import { catalogueFlow } from './catalogue.flow.ts'
import { checkoutFlow } from './checkout.flow.ts'
import { claimFlow, claimType } from './claim.flow.ts'
import { collectPaymentFlow } from './collect-payment.flow.ts'
import { mainMenuFlow } from './main-menu.flow.ts'
import { payOrderFlow } from './pay-order.flow.ts'
import { stockFlow, stockNoticeType } from './stock.flow.ts'
import { buyingTests } from './tests/buying.tests.ts'
import { orderTests } from './tests/orders.tests.ts'
import { serviceTests } from './tests/service.tests.ts'
import { trackOrderFlow } from './track-order.flow.ts'

const branches = branchesFlow('store', [onWords(['sucursal', 'sucursales', 'tienda', 'tiendas', 'dónde están'], ['store', 'stores', 'branch', 'branches', 'where are you'])])

const hours = hoursFlow(
  t('Nuestras tiendas abren de lunes a sábado de 8:00 a. m. a 9:00 p. m. y los domingos de 9:00 a. m. a 6:00 p. m.', 'Our stores are open Monday to Saturday from 8:00 am to 9:00 pm, and Sundays from 9:00 am to 6:00 pm.'),
  [onIntent('store_hours'), onWords(['horario', 'horarios', 'a qué hora abren', 'a qué hora cierran'], ['hours', 'opening hours', 'when do you open', 'when do you close'])],
)

const followRequest = followRequestFlow([onWords(['seguir mi reclamo', 'cómo va mi reclamo', 'estado de mi reclamo'], ['follow my claim', 'status of my claim'])])

const recommends = { id: 'recommends', type: 'NPS' as const, text: t('Del 0 al 10, ¿qué tanto nos recomendaría a un familiar o amigo?', 'From 0 to 10, how likely are you to recommend us to family or friends?') }

export const retailTemplate: BotTemplate = {
  key: 'retail',
  sector: 'RETAIL',
  name: t('Tienda o consumo masivo', 'Store or consumer goods'),
  description: t(
    'Ventas con carrito y entrega, catálogo, disponibilidad, seguimiento y pago de pedidos, reclamos y devoluciones, tiendas y horarios.',
    'Sales with cart and delivery, catalogue, availability, tracking and payment of orders, claims and returns, stores and hours.',
  ),
  connectors: [{ key: 'store', name: t('Sistema de pedidos (demostración)', 'Order manager (demo)'), system: 'store' }],
  payments: 'store',
  faqs: retailFaqs,
  packs: ['retail'],
  requestTypes: [claimType, stockNoticeType],
  content: {
    settings: botSettings(),
    flows: [
      mainMenuFlow, payOrderFlow, trackOrderFlow, cartFlow, stockFlow, buyFlow, checkoutFlow, catalogueFlow, followRequest, claimFlow, branches, hours,
      collectPaymentFlow, anythingElse(recommends), personFlow,
    ],
    tests: [...buyingTests, ...orderTests, ...serviceTests],
  },
}
