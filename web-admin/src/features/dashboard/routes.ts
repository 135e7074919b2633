import type { RouteRecordRaw } from 'vue-router'

export const dashboardRoutes: RouteRecordRaw[] = [
  {
    path: '/today',
    component: () => import('./DashboardPage.vue'),
    meta: { title: 'dashboard.title', roles: ['ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT'] },
  },
  {
    path: '/platform',
    component: () => import('./PlatformPage.vue'),
    meta: { title: 'dashboard.platformTitle', roles: ['OPERATOR'] },
  },
]
