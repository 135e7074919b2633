import type { RouteRecordRaw } from 'vue-router'

const READERS: NonNullable<RouteRecordRaw['meta']>['roles'] = ['ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT']
const WRITERS: typeof READERS = ['SUPERVISOR', 'ADMIN', 'OWNER']
const REVIEWERS: typeof READERS = [...WRITERS, 'SUPPORT']

export const knowledgeRoutes: RouteRecordRaw[] = [
  { path: '/questions', component: () => import('./faq/FaqsPage.vue'), meta: { feature: 'QA', title: 'faq.title', roles: READERS } },
  {
    path: '/questions/new', component: () => import('./faq/FaqNewPage.vue'), meta: { feature: 'QA', title: 'faq.create', roles: WRITERS },
    props: ({ query }) => ({ question: typeof query.question === 'string' ? query.question : '' }),
  },
  { path: '/questions/import', component: () => import('./faq/FaqImportPage.vue'), meta: { feature: 'QA', title: 'faq.import.title', roles: ['ADMIN', 'OWNER'] } },
  { path: '/questions/:id', component: () => import('./faq/FaqPage.vue'), props: true, meta: { feature: 'QA', title: 'faq.title', roles: READERS } },
  { path: '/unanswered', component: () => import('./unanswered/UnansweredPage.vue'), meta: { feature: 'QA', title: 'unanswered.title', roles: REVIEWERS } },
  { path: '/sources', component: () => import('./sources/SourcesPage.vue'), meta: { feature: 'QA', title: 'sources.title', roles: READERS } },
  {
    path: '/sources/:id', component: () => import('./sources/SourcePage.vue'), meta: { feature: 'QA', title: 'sources.title', roles: READERS },
    props: ({ params, query }) => ({ id: String(params.id), documentId: typeof query.document === 'string' ? query.document : undefined }),
  },
]
