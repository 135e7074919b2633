import { createBotProApp } from '@botpro/ui/app.ts'
import { forget } from '@botpro/ui/graphql/cache.ts'
import '@botpro/ui/main.css'
import { apiKeysRoutes } from './features/api-keys/routes.ts'
import { appointmentsUpdates } from './features/appointments/cache.ts'
import { appointmentsRoutes } from './features/appointments/routes.ts'
import { auditRoutes } from './features/audit/routes.ts'
import { botRoutes } from './features/bot/routes.ts'
import { botsUpdates } from './features/bots/cache.ts'
import { botsRoutes } from './features/bots/routes.ts'
import { calendarRoutes } from './features/calendar/routes.ts'
import { channelsRoutes } from './features/channels/routes.ts'
import { companyRoutes } from './features/company/routes.ts'
import { connectorsUpdates } from './features/connectors/cache.ts'
import { connectorsRoutes } from './features/connectors/routes.ts'
import { dashboardRoutes } from './features/dashboard/routes.ts'
import { faqUpdates } from './features/knowledge/faq/faq-cache.ts'
import { knowledgeRoutes } from './features/knowledge/routes.ts'
import { sourceUpdates } from './features/knowledge/sources/source-cache.ts'
import { linksUpdates } from './features/links/cache.ts'
import { linksRoutes } from './features/links/routes.ts'
import { membersRoutes } from './features/members/routes.ts'
import { modelsUpdates } from './features/models/cache.ts'
import { modelsRoutes } from './features/models/routes.ts'
import { moodsRoutes } from './features/moods/routes.ts'
import { paymentsRoutes } from './features/payments/routes.ts'
import { plansRoutes } from './features/plans/routes.ts'
import { predictiveUpdates } from './features/predictive/cache.ts'
import { predictiveRoutes } from './features/predictive/routes.ts'
import { requestTypesRoutes } from './features/request-types/routes.ts'
import { resellersRoutes } from './features/resellers/routes.ts'
import { reviewUpdates } from './features/review/cache.ts'
import { reviewRoutes } from './features/review/routes.ts'
import { studioRoutes } from './features/studio/routes.ts'
import { surveysRoutes } from './features/surveys/routes.ts'
import { tenantsRoutes } from './features/tenants/routes.ts'
import { understandingUpdates } from './features/understanding/phrase-cache.ts'
import { understandingRoutes } from './features/understanding/routes.ts'
import { explainNotIncluded } from './shell/features/not-included.ts'
import LockedPage from './shell/features/LockedPage.vue'
import { useEntitlements } from './shell/features/useEntitlements.ts'
import { homeOf, navigation } from './shell/navigation.ts'

void createBotProApp({
  name: 'admin',
  base: '/admin/',
  messages: { es: () => import('./messages.es.ts'), en: () => import('./messages.en.ts') },
  navigation,
  home: homeOf,
  admits: role => role !== 'AGENT',
  admitsElsewhere: role => ['SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT'].includes(role),
  routes: [
    ...dashboardRoutes, ...moodsRoutes, ...tenantsRoutes, ...resellersRoutes, ...channelsRoutes, ...linksRoutes, ...botRoutes, ...botsRoutes, ...appointmentsRoutes, ...calendarRoutes,
    ...understandingRoutes, ...knowledgeRoutes,
    ...membersRoutes, ...companyRoutes, ...apiKeysRoutes, ...auditRoutes,
    ...reviewRoutes, ...modelsRoutes, ...predictiveRoutes, ...connectorsRoutes, ...studioRoutes, ...paymentsRoutes, ...requestTypesRoutes, ...surveysRoutes,
    ...plansRoutes,
  ],
  useLocks: useEntitlements,
  lockedPage: LockedPage,
  explain: explainNotIncluded,
  cache: {
    updates: {
      Subscription: modelsUpdates.Subscription,
      Mutation: {
        ...modelsUpdates.Mutation,
        changeBotSettings: forget('botSettings'),
        createApiKey: forget('apiKeys'),
        createReseller: forget('resellers'),
        createTenant: forget('tenants'),
        connectChannel: forget('channelAccounts'),
        createWebChannel: forget('channelAccounts'),
        changePaymentSettings: forget('paymentSettings'),
        createServiceRequestType: forget('serviceRequestTypes'),
        deleteServiceRequestType: forget('serviceRequestTypes'),
        inviteMember: forget('members'),
        renewPaymentSecret: forget('paymentSettings'),
        setBusinessCalendar: forget('tenant'),
        ...appointmentsUpdates, ...reviewUpdates, ...predictiveUpdates, ...botsUpdates, ...connectorsUpdates, ...linksUpdates,
        ...understandingUpdates, ...faqUpdates, ...sourceUpdates,
      },
    },
  },
}).then(app => app.mount('#app'))
