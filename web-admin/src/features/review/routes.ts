import type { RouteRecordRaw } from 'vue-router'

export const reviewRoutes: RouteRecordRaw[] = [{
  path: '/review',
  component: () => import('./ReviewPage.vue'),
  meta: { title: 'review.title', roles: ['SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT'] },
}]
