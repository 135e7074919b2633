import type { RouteRecordRaw } from 'vue-router'

export const tenantsRoutes: RouteRecordRaw[] = [{
  path: '/tenants',
  component: () => import('./TenantsPage.vue'),
  meta: { title: 'tenants.title', roles: ['OPERATOR', 'RESELLER'] },
}]
