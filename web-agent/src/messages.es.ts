import ui from '@botpro/ui/messages.es.ts'
import contact from './features/contact/messages.es.ts'
import content from './features/content/messages.es.ts'
import conversation from './features/conversation/messages.es.ts'
import inbox from './features/inbox/messages.es.ts'
import notifications from './features/notifications/messages.es.ts'
import payments from './features/payments/messages.es.ts'
import requests from './features/requests/messages.es.ts'
import search from './features/search/messages.es.ts'
import sending from './features/sending/messages.es.ts'
import shortcuts from './features/shortcuts/messages.es.ts'
import sorting from './features/sorting/messages.es.ts'
import templates from './features/templates/messages.es.ts'
import desk from './shell/messages.es.ts'

export default {
  ...ui, contact, content, conversation, desk, inbox, notifications, payments, requests, search, sending, shortcuts, sorting, templates,
}
