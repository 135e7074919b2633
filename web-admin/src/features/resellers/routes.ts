import type { RouteRecordRaw } from 'vue-router'

export const resellersRoutes: RouteRecordRaw[] = [{
  path: '/resellers',
  component: () => import('./ResellersPage.vue'),
  meta: { title: 'resellers.title', roles: ['OPERATOR'] },
}]
