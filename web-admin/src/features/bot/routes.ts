import type { RouteRecordRaw } from 'vue-router'

export const botRoutes: RouteRecordRaw[] = [{
  path: '/bot',
  component: () => import('./BotPage.vue'),
  meta: { title: 'bot.title', roles: ['ADMIN', 'OWNER', 'SUPPORT'] },
}]
