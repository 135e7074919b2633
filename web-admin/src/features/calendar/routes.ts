import type { RouteRecordRaw } from 'vue-router'

export const calendarRoutes: RouteRecordRaw[] = [{
  path: '/calendar',
  component: () => import('./CalendarPage.vue'),
  meta: { title: 'calendar.title', roles: ['ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT'] },
}]
