import type { RouteRecordRaw } from 'vue-router'

export const predictiveRoutes: RouteRecordRaw[] = [{
  path: '/predictive-models',
  component: () => import('./PredictivePage.vue'),
  meta: { title: 'predictive.title', feature: 'PREDICTIVE_MODEL', roles: ['ADMIN', 'OWNER', 'SUPPORT'] },
}]
