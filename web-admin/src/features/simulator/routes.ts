import type { RouteRecordRaw } from 'vue-router'

export const simulatorRoutes: RouteRecordRaw[] = [{
  path: '/bots/:botId/tests',
  name: 'bot-tests',
  component: () => import('./tests/BotTestsPage.vue'),
  props: true,
  meta: { title: 'simulator.tests.title', roles: ['ADMIN', 'OWNER', 'SUPPORT'] },
}]
