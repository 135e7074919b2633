import type { RouteRecordRaw } from 'vue-router'
import SignInLayout from './SignInLayout.vue'
import SignInPage from './SignInPage.vue'

/** The addresses `/invitation/…` and `/reset/…` stand in e-mails: they must not change. */
export const signInRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    component: SignInLayout,
    meta: { isPublic: true },
    children: [
      { path: '', component: SignInPage, meta: { title: 'signIn.title' } },
      { path: '/reset', component: () => import('./ResetRequestPage.vue'), meta: { title: 'signIn.request.title' } },
      { path: '/reset/:token', component: () => import('./ResetPage.vue'), props: true, meta: { title: 'signIn.reset.title' } },
      { path: '/invitation/:token', component: () => import('./InvitationPage.vue'), props: true, meta: { title: 'signIn.invitation.page' } },
    ],
  },
  {
    path: '/workplaces',
    component: SignInLayout,
    children: [{ path: '', component: () => import('./WorkplacesPage.vue'), meta: { title: 'signIn.workplaces.title' } }],
  },
]
