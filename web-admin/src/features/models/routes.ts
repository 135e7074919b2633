import type { ViewerRole } from '@botpro/ui/session/session.ts'
import type { RouteRecordRaw } from 'vue-router'

const roles: ViewerRole[] = ['ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT']

export const modelsRoutes: RouteRecordRaw[] = [
  { path: '/models', component: () => import('./ModelsPage.vue'), meta: { title: 'models.title', roles } },
  { path: '/models/:id', component: () => import('./ReportPage.vue'), props: true, meta: { title: 'models.report.title', roles } },
]
