import type { RouteRecordRaw } from 'vue-router'

const meta: RouteRecordRaw['meta'] = { title: 'connectors.title', roles: ['ADMIN', 'OWNER', 'SUPPORT'] }
const changeMeta: RouteRecordRaw['meta'] = { title: 'connectors.title', roles: ['ADMIN', 'OWNER'] }

export const connectorsRoutes: RouteRecordRaw[] = [
  { path: '/connectors', component: () => import('./ConnectorsPage.vue'), meta },
  {
    path: '/connectors/:id', component: () => import('./ConnectorPage.vue'), props: true, meta,
    children: [
      { path: '', component: () => import('./operations/OperationsSection.vue'), meta },
      { path: 'settings', component: () => import('./editor/ConnectorForm.vue'), meta },
      { path: 'calls', component: () => import('./calls/CallsSection.vue'), meta },
    ],
  },
  { path: '/connectors/:id/import', component: () => import('./import/OpenApiPage.vue'), props: true, meta: changeMeta },
  { path: '/connectors/:id/operations/new', component: () => import('./operations/OperationPage.vue'), props: true, meta: changeMeta },
  { path: '/connectors/:id/operations/:operationId', component: () => import('./operations/OperationPage.vue'), props: true, meta },
  { path: '/connectors/:id/samples/:operationKey', component: () => import('./operations/DemoOperationPage.vue'), props: true, meta },
]
