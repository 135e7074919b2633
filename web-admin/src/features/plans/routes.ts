import type { RouteRecordRaw } from 'vue-router'
import { commerceRoutes } from '../../shell/commerce/routes.ts'

export const plansRoutes: RouteRecordRaw[] = [
  { path: '/billing', redirect: '/billing/plan' },
  ...commerceRoutes('plan', () => import('./plan/PlanPage.vue')),
]
