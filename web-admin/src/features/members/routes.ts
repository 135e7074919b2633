import type { RouteRecordRaw } from 'vue-router'

export const membersRoutes: RouteRecordRaw[] = [{
  path: '/members',
  component: () => import('./MembersPage.vue'),
  meta: { title: 'members.title', roles: ['ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT'] },
}]
