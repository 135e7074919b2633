import ui from '@botpro/ui/messages.en.ts'
import contact from './features/contact/messages.en.ts'
import content from './features/content/messages.en.ts'
import conversation from './features/conversation/messages.en.ts'
import inbox from './features/inbox/messages.en.ts'
import notifications from './features/notifications/messages.en.ts'
import payments from './features/payments/messages.en.ts'
import requests from './features/requests/messages.en.ts'
import search from './features/search/messages.en.ts'
import sending from './features/sending/messages.en.ts'
import shortcuts from './features/shortcuts/messages.en.ts'
import sorting from './features/sorting/messages.en.ts'
import templates from './features/templates/messages.en.ts'
import desk from './shell/messages.en.ts'

export default {
  ...ui, contact, content, conversation, desk, inbox, notifications, payments, requests, search, sending, shortcuts, sorting, templates,
}
