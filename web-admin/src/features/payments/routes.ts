import type { ViewerRole } from '@botpro/ui/session/session.ts'
import type { RouteRecordRaw } from 'vue-router'

const READERS: ViewerRole[] = ['SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT']
const CONFIGURERS: ViewerRole[] = ['ADMIN', 'OWNER', 'SUPPORT']

export const paymentsRoutes: RouteRecordRaw[] = [
  { path: '/payments', component: () => import('./PaymentsPage.vue'), meta: { title: 'payments.title', roles: READERS } },
  { path: '/payments/settings', component: () => import('./PaymentSettingsPage.vue'), meta: { title: 'payments.settings.title', roles: CONFIGURERS } },
]
