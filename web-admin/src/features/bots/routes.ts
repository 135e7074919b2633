import type { RouteRecordRaw } from 'vue-router'

const meta: RouteRecordRaw['meta'] = { title: 'bots.title', roles: ['ADMIN', 'OWNER', 'SUPPORT'] }

export const botsRoutes: RouteRecordRaw[] = [
  { path: '/bots', name: 'bots', component: () => import('./BotsPage.vue'), meta },
  {
    path: '/bots/:botId', component: () => import('./BotPage.vue'), props: true, meta,
    children: [
      { path: '', name: 'bot', component: () => import('./flows/FlowsSection.vue'), meta },
      { path: 'settings', name: 'bot-settings', component: () => import('./settings/SettingsForm.vue'), meta },
      { path: 'tests', name: 'bot-tests', component: () => import('../simulator/tests/BotTestsSection.vue'), meta },
      { path: 'versions', name: 'bot-versions', component: () => import('./versions/VersionsSection.vue'), meta },
      { path: 'go-live', name: 'bot-golive', component: () => import('./golive/GoLiveSection.vue'), meta },
      { path: 'channels', name: 'bot-channels', component: () => import('./channels/BotChannelsSection.vue'), meta },
    ],
  },
  { path: '/bot-reviews', name: 'bot-reviews', component: () => import('./reviews/BotReviewsPage.vue'), meta: { title: 'bots.golive.reviews.title', roles: ['OPERATOR'] } },
]
