import type { RouteRecordRaw } from 'vue-router'

const meta: RouteRecordRaw['meta'] = { title: 'links.title', feature: 'QR', roles: ['ADMIN', 'OWNER', 'SUPPORT'] }

export const linksRoutes: RouteRecordRaw[] = [
  { path: '/channels/:channelAccountId/links', component: () => import('./LinksPage.vue'), props: true, meta },
  { path: '/channels/:channelAccountId/links/:id/print', component: () => import('./LinkPrintPage.vue'), props: true, meta },
]
