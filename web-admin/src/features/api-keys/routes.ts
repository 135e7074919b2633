import type { RouteRecordRaw } from 'vue-router'

export const apiKeysRoutes: RouteRecordRaw[] = [{
  path: '/api-keys',
  component: () => import('./ApiKeysPage.vue'),
  meta: { title: 'apiKeys.title', roles: ['ADMIN', 'OWNER', 'SUPPORT'] },
}]
