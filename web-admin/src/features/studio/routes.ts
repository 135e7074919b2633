import type { RouteRecordRaw } from 'vue-router'

export const studioRoutes: RouteRecordRaw[] = [{
  path: '/bots/:botId/flows/:flowId',
  name: 'flow-studio',
  component: () => import('./StudioPage.vue'),
  props: true,
  meta: { title: 'studio.title', roles: ['ADMIN', 'OWNER', 'SUPPORT'] },
}]
