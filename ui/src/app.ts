import nuxtUi from '@nuxt/ui/vue-plugin'
import { useToast } from '@nuxt/ui/composables/useToast'
import urql from '@urql/vue'
import { createApp, type App } from 'vue'
import type { CombinedError } from '@urql/core'
import { errorCode } from './graphql/errors.ts'
import { bringTexts, createTexts, type Locale } from './i18n/i18n.ts'
import { createSession, provideSession } from './session/session.ts'
import AppRoot from './shell/AppRoot.vue'
import type { BotProApp } from './shell/navigation.ts'
import { createBotProRouter } from './shell/router.ts'
import { provideBotProApp } from './shell/useBotProApp.ts'

export type { BotProApp, NavGroup, NavItem } from './shell/navigation.ts'

/** After a release the parts that an open page has yet to load are gone: it starts over, but never in a circle. */
function reloadWhenStale() {
  window.addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem('botpro-reloaded'))
    if (Date.now() - last < 30_000) return
    sessionStorage.setItem('botpro-reloaded', String(Date.now()))
    location.reload()
  })
}

/** An app with shell, texts, GraphQL and sign-in. Mount it where it belongs. Its first page is on its way while its texts are brought. */
export async function createBotProApp(definition: BotProApp): Promise<App> {
  const texts = createTexts()
  const app = createApp(AppRoot)
  const session = createSession({ cache: definition.cache, onSignedOut, onFailedChange })
  const router = createBotProRouter(session, definition)

  function onSignedOut() {
    if (router.currentRoute.value.meta.isPublic) return
    session.renew()
    void router.push({ path: '/sign-in', query: { next: router.currentRoute.value.fullPath } })
  }
  function onFailedChange(error: CombinedError) {
    const { t } = texts.global
    const description = definition.explain?.(error, t) ?? t(`errors.${errorCode(error)}`)
    app.runWithContext(() => useToast())
      .add({ title: t('errors.changeTitle'), description, icon: 'i-lucide-circle-alert', color: 'error' })
  }

  reloadWhenStale()
  provideSession(app, session)
  provideBotProApp(app, definition)
  app.use(urql, session.client).use(texts).use(router).use(nuxtUi)
  await bringTexts(texts.global, definition.messages, texts.global.locale.value as Locale)
  return app
}
