import type { RouteRecordRaw } from 'vue-router'

const meta: RouteRecordRaw['meta'] = { title: 'channels.title', roles: ['ADMIN', 'OWNER', 'SUPPORT'] }
const connectMeta: RouteRecordRaw['meta'] = { title: 'connect.title', roles: ['ADMIN', 'OWNER'] }

export const channelsRoutes: RouteRecordRaw[] = [
  { path: '/channels', component: () => import('./ChannelsPage.vue'), meta },
  { path: '/channels/new', component: () => import('./connect/ConnectKindsPage.vue'), meta: connectMeta },
  { path: '/channels/new/:kind', component: () => import('./connect/ConnectNewPage.vue'), props: true, meta: connectMeta },
  { path: '/channels/:id/connect', component: () => import('./connect/ConnectPage.vue'), props: true, meta: connectMeta },
  {
    path: '/channels/:id', component: () => import('./ChannelPage.vue'), props: true, meta,
    children: [
      { path: '', component: () => import('./health/HealthSection.vue'), meta },
      { path: 'settings', component: () => import('./settings/SettingsSection.vue'), meta },
      { path: 'abilities', component: () => import('./abilities/AbilitiesSection.vue'), meta },
      { path: 'templates', component: () => import('./templates/TemplatesSection.vue'), meta },
      { path: 'templates/new', component: () => import('./templates/TemplateNewSection.vue'), meta },
    ],
  },
]
