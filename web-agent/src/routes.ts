import type { RouteRecordRaw } from 'vue-router'
import { pathOf } from './shell/useDeskRoute.ts'

const VIEW = ':view(mine|unassigned|all|bot|closed)'

export const routes: RouteRecordRaw[] = [
  { path: '/inbox', redirect: pathOf('MINE') },
  { path: `/inbox/${VIEW}/:conversation?`, component: () => import('./DeskPage.vue'), meta: { title: 'desk.title' } },
]
