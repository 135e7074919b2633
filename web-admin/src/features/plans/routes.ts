import type { ViewerRole } from '@botpro/ui/session/session.ts'
import type { RouteRecordRaw } from 'vue-router'
import { commerceRoutes } from '../../shell/commerce/routes.ts'

const sellers: ViewerRole[] = ['OPERATOR', 'RESELLER']

export const plansRoutes: RouteRecordRaw[] = [
  { path: '/billing', redirect: '/billing/plan' },
  ...commerceRoutes('plan', () => import('./plan/PlanPage.vue')),
  { path: '/catalogue', component: () => import('./catalogue/CataloguePage.vue'), meta: { title: 'catalogue.title', roles: sellers } },
  { path: '/catalogue/terms', component: () => import('./terms/TermsPage.vue'), meta: { title: 'terms.title', roles: ['OPERATOR'] } },
]
