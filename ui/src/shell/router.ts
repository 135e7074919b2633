import { createRouter, createWebHistory, type RouteLocationNormalized, type Router } from 'vue-router'
import { accountRoutes } from '../account/routes.ts'
import { EnterTenantDocument } from '../contract/graphql.ts'
import type { Session, Viewer } from '../session/session.ts'
import { signInRoutes } from '../sign-in/routes.ts'
import AppShell from './AppShell.vue'
import type { BotProApp } from './navigation.ts'
import NotFoundPage from './NotFoundPage.vue'

const NOT_FOUND = { path: '/:path(.*)*', component: NotFoundPage }

/** Who has one place to work in is taken there without being asked. */
async function enterOnlyWorkplace(session: Session, { workplaces }: Viewer): Promise<boolean> {
  const [only] = workplaces
  if (workplaces.length !== 1 || !only?.tenant) return false
  const { error } = await session.client.value.mutation(EnterTenantDocument, { tenantId: only.tenant.id }).toPromise()
  if (!error) session.renew()
  return !error
}

function createGuard(session: Session, app: BotProApp) {
  return async function guard(to: RouteLocationNormalized) {
    if (to.meta.isPublic) return true
    const viewer = await session.viewer()
    // The server could not be asked: the shell says so, with a way to try again.
    if (viewer === undefined) return true
    const next = to.path === '/' ? undefined : to.fullPath
    if (viewer === null) return { path: '/sign-in', query: { next } }
    if (viewer.role) return to.path === '/' ? app.home(viewer) : true
    if (to.path === '/workplaces') return true
    if (await enterOnlyWorkplace(session, viewer)) return to.fullPath
    return { path: '/workplaces', query: { next } }
  }
}

export function createBotProRouter(session: Session, app: BotProApp): Router {
  const shell = { path: '/', component: AppShell, children: [...app.routes, ...accountRoutes, NOT_FOUND] }
  const router = createRouter({ history: createWebHistory(app.base), routes: [...signInRoutes, shell] })
  router.beforeEach(createGuard(session, app))
  router.afterEach(() => (session.isMoving.value = false))
  return router
}
