import type { RouteRecordRaw } from 'vue-router'
import { requestRoutes } from './features/requests/routes.ts'
import { pathOf, VIEWS } from './shell/useDeskRoute.ts'

const VIEW = `:view(${VIEWS.map(view => view.toLowerCase()).join('|')})`

export const routes: RouteRecordRaw[] = [
  { path: '/inbox', redirect: pathOf('MINE') },
  { path: `/inbox/${VIEW}/:conversation?`, component: () => import('./DeskPage.vue'), meta: { title: 'desk.title' } },
  ...requestRoutes,
]
