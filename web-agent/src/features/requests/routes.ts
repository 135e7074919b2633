import type { RouteRecordRaw } from 'vue-router'

const roles = ['AGENT', 'SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT'] as const

export const requestRoutes: RouteRecordRaw[] = [
  { path: '/requests', component: () => import('./RequestsPage.vue'), meta: { title: 'requests.title', roles: [...roles] } },
  { path: '/requests/:id', component: () => import('./RequestPage.vue'), props: true, meta: { title: 'requests.one', roles: [...roles] } },
]
