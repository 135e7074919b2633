import type { RouteRecordRaw } from 'vue-router'

const meta: RouteRecordRaw['meta'] = { title: 'channels.title', roles: ['ADMIN', 'OWNER', 'SUPPORT'] }

export const channelsRoutes: RouteRecordRaw[] = [
  { path: '/channels', component: () => import('./ChannelsPage.vue'), meta },
  { path: '/channels/:id', component: () => import('./ChannelPage.vue'), props: true, meta },
]
