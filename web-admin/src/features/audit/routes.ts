import type { RouteRecordRaw } from 'vue-router'

export const auditRoutes: RouteRecordRaw[] = [{
  path: '/audit',
  component: () => import('./AuditPage.vue'),
  meta: { title: 'audit.title', roles: ['ADMIN', 'OWNER', 'SUPPORT'] },
}]
