import type { RouteRecordRaw } from 'vue-router'

const READERS: NonNullable<RouteRecordRaw['meta']>['roles'] = ['ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT']
const CONFIGURERS: typeof READERS = ['ADMIN', 'OWNER', 'SUPPORT']

export const understandingRoutes: RouteRecordRaw[] = [
  { path: '/intents', component: () => import('./IntentsPage.vue'), meta: { title: 'understanding.intents.title', roles: READERS } },
  { path: '/intents/import', component: () => import('./ImportPage.vue'), meta: { title: 'understanding.import.title', roles: ['ADMIN', 'OWNER'] } },
  { path: '/intents/packs', component: () => import('./PacksPage.vue'), meta: { title: 'understanding.packs.title', roles: CONFIGURERS } },
  { path: '/intents/:id', component: () => import('./IntentPage.vue'), props: true, meta: { title: 'understanding.intents.title', roles: READERS } },
  { path: '/entity-types', component: () => import('./EntityTypesPage.vue'), meta: { title: 'understanding.entities.title', roles: READERS } },
]
