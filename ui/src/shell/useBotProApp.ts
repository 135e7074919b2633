import { inject, type App, type InjectionKey } from 'vue'
import type { BotProApp } from './navigation.ts'

const KEY: InjectionKey<BotProApp> = Symbol('botpro-app')

export const provideBotProApp = (app: App, definition: BotProApp) => app.provide(KEY, definition)

export function useBotProApp(): BotProApp {
  const definition = inject(KEY)
  if (!definition) throw new Error('createBotProApp provides the definition of the app')
  return definition
}
