import type { ViewerRole } from '@botpro/ui/session/session.ts'
import type { RouteRecordRaw } from 'vue-router'

/** The parts of a tenant's commercial life, in the order of their tabs. A tab is there once its routes are. */
export const COMMERCE_TABS = [
  { name: 'plan', icon: 'i-lucide-package' },
  { name: 'usage', icon: 'i-lucide-chart-no-axes-column' },
  { name: 'contracts', icon: 'i-lucide-file-signature' },
  { name: 'invoices', icon: 'i-lucide-receipt-text' },
  { name: 'timeline', icon: 'i-lucide-history' },
] as const
export type CommerceTab = (typeof COMMERCE_TABS)[number]['name']

const OWN: ViewerRole[] = ['OWNER', 'ADMIN', 'SUPPORT']
type Page = () => Promise<unknown>

/**
 * One page in the two places where it is seen: by the tenant's own people (`/billing/plan`, no `tenantId`), and by those
 * who sell to it (`/tenants/:tenantId/plan`). Its component takes `tenantId?: string` and puts its content into `CommerceTabs`.
 */
export const commerceRoutes = (tab: CommerceTab, component: Page, roles: ViewerRole[] = OWN): RouteRecordRaw[] => [
  { path: `/billing/${tab}`, name: `billing-${tab}`, component, meta: { title: `commerce.tab.${tab}`, roles } },
  { path: `/tenants/:tenantId/${tab}`, name: `tenant-${tab}`, component, props: true, meta: { title: `commerce.tab.${tab}`, roles: ['OPERATOR', 'RESELLER'] } },
]
