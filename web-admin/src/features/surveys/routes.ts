import type { RouteRecordRaw } from 'vue-router'

export const surveysRoutes: RouteRecordRaw[] = [{
  path: '/surveys',
  component: () => import('./SurveysPage.vue'),
  meta: { title: 'surveys.title', feature: 'SURVEYS', roles: ['ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT'] },
}]
