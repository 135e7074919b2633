import type { RouteRecordRaw } from 'vue-router'
import type { ViewerRole } from '@botpro/ui/session/session.ts'

const roles: ViewerRole[] = ['ADMIN', 'OWNER', 'SUPPORT']

export const requestTypesRoutes: RouteRecordRaw[] = [
  { path: '/request-types', component: () => import('./RequestTypesPage.vue'), meta: { title: 'requestTypes.title', roles } },
  { path: '/request-types/new', component: () => import('./RequestTypePage.vue'), meta: { title: 'requestTypes.add', roles } },
  { path: '/request-types/:id', component: () => import('./RequestTypePage.vue'), props: true, meta: { title: 'requestTypes.title', roles } },
]
