import type { RouteRecordRaw } from 'vue-router'

export const moodsRoutes: RouteRecordRaw[] = [{
  path: '/moods',
  component: () => import('./MoodsPage.vue'),
  meta: { title: 'moods.title', feature: 'SENTIMENT', roles: ['ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT'] },
}]
