import { createBotProApp } from '@botpro/ui/app.ts'
import { forget } from '@botpro/ui/graphql/cache.ts'
import '@botpro/ui/main.css'
import { ADMITTED, navigation } from './navigation.ts'
import { routes } from './routes.ts'
import { createCounts, provideCounts } from './shell/counts.ts'
import { pathOf } from './shell/useDeskRoute.ts'

const counts = createCounts()

void createBotProApp({
  name: 'agent',
  base: '/agent/',
  routes,
  messages: { es: () => import('./messages.es.ts'), en: () => import('./messages.en.ts') },
  navigation: navigation(counts),
  home: ({ role }) => pathOf(role === 'SUPPORT' ? 'ALL' : 'MINE'),
  admits: role => ADMITTED.includes(role),
  admitsElsewhere: role => role !== 'AGENT',
  // The desk joins pages itself, by what is told live; a cache that joins them too would bring old ones back.
  cache: {
    updates: { Mutation: { requestPayment: forget('payments') } },
    resolvers: {
      Query: { inbox: undefined!, searchConversations: undefined! },
      Contact: { conversations: undefined! },
      Conversation: { messages: undefined! },
    },
  },
}).then(app => {
  provideCounts(app, counts)
  app.mount('#app')
})
