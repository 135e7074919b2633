import type { ViewerRole } from '@botpro/ui/session/session.ts'
import type { RouteRecordRaw } from 'vue-router'

const roles: ViewerRole[] = ['SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT']
const configurers: ViewerRole[] = ['ADMIN', 'OWNER', 'SUPPORT']

export const appointmentsRoutes: RouteRecordRaw[] = [
  { path: '/appointments', component: () => import('./calendar/AppointmentsPage.vue'), meta: { title: 'agenda.title', roles } },
  { path: '/appointments/services', component: () => import('./services/ServicesPage.vue'), meta: { title: 'agenda.services.title', roles: configurers } },
  { path: '/appointments/services/new', component: () => import('./services/ServicePage.vue'), meta: { title: 'agenda.services.add', roles: configurers } },
  { path: '/appointments/services/:id', component: () => import('./services/ServicePage.vue'), props: true, meta: { title: 'agenda.services.title', roles: configurers } },
  { path: '/appointments/resources', component: () => import('./resources/ResourcesPage.vue'), meta: { title: 'agenda.resources.title', roles: configurers } },
  { path: '/appointments/resources/new', component: () => import('./resources/ResourcePage.vue'), meta: { title: 'agenda.resources.add', roles: configurers } },
  { path: '/appointments/resources/:id', component: () => import('./resources/ResourcePage.vue'), props: true, meta: { title: 'agenda.resources.title', roles: configurers } },
]
