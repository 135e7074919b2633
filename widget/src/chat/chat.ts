import { computed, inject, onScopeDispose, provide, ref, watch, type InjectionKey, type Ref } from 'vue'
import { SendVisitorMessageDocument, type Language } from '../contract/graphql.ts'
import { languageOf, WORDS } from '../language/language.ts'
import { ApiError } from '../live/api.ts'
import { useLive } from '../live/live.ts'
import { useSession, type VisitorSession } from '../live/session.ts'
import type { Store } from '../live/store.ts'
import { useAcknowledgement } from '../thread/acknowledgement.ts'
import { createOutbox } from '../thread/outbox.ts'
import type { OutboxEntry } from '../thread/outbox-entry.ts'
import { useThread } from '../thread/thread.ts'
import { timelineOf } from '../thread/timeline.ts'
import { welcomeOf } from '../thread/welcome.ts'
import { playSound } from './sound.ts'
import { useTyping } from './typing.ts'

export interface ChatOptions {
  siteKey: string
  origin: string
  store: Store
  anonymous?: Store
  identity: Ref<string | undefined>
  language?: Language
  color?: string
  isOpen: Ref<boolean>
}

export type Chat = ReturnType<typeof useChatState>
const KEY: InjectionKey<Chat> = Symbol('chat')

export function provideChat(options: ChatOptions) {
  const chat = useChatState(options)
  provide(KEY, chat)
  return chat
}

export const useChat = () => inject(KEY) as Chat

/** Answers to a start that no further attempt will change. */
export const REFUSALS = ['ORIGIN_NOT_ALLOWED', 'NOT_FOUND']

const LINKS_LAST = 50 * 60_000

async function sendEntry({ ask, language }: VisitorSession, { clientId, text, optionId, files }: OutboxEntry, ref?: string) {
  const attachmentIds = files.map(file => file.id as string)
  const { sendVisitorMessage: result } = await ask(SendVisitorMessageDocument, {
    input: { clientId, text, optionId, attachmentIds, language: language.value, ref },
  })
  if (result.__typename === 'VisitorMessageStored') return [result.message, ...result.messages]
  throw new ApiError(result.code)
}

function useVisible() {
  const isVisible = ref(document.visibilityState === 'visible')
  const look = () => (isVisible.value = document.visibilityState === 'visible')
  document.addEventListener('visibilitychange', look)
  onScopeDispose(() => document.removeEventListener('visibilitychange', look))
  return isVisible
}

function useChatState({ isOpen, store, color, ...who }: ChatOptions) {
  const session = useSession({ store, ...who })
  const isSoundOn = ref(store.get<boolean>('sound') ?? false)
  const thread = useThread(session, () => isSoundOn.value && playSound())
  const typing = useTyping()
  const startProblem = ref<string>()
  const isVisible = useVisible()
  const isGoingOn = ref(false)
  // The link by which she came is told with what she writes first, on whichever page that is.
  if (location.search) store.set('ref', location.search.slice(8))

  const outbox = createOutbox({
    store, send: entry => sendEntry(session, entry, store.get('ref')), upload: session.upload,
    onStored(messages) {
      store.remove('ref')
      thread.merge(messages)
    },
  })
  const live = useLive({
    token: session.token,
    renew: session.renew,
    load: thread.load,
    onEvent(event) {
      thread.take(event)
      if (event.message?.author === 'AGENT' || event.kind === 'THREAD_CHANGED') typing.hide()
      if (event.message?.clientId) outbox.drop(event.message.clientId)
    },
    onTyping: typing.show,
  })
  const isSeen = computed(() => isOpen.value && isVisible.value)
  useAcknowledgement({ session, thread, isSeen, isOnline: live.isOnline })
  watch(live.isOnline, isOnline => isOnline && outbox.wake())

  async function start() {
    startProblem.value = undefined
    try {
      await session.renew()
      outbox.restore()
      live.wake()
    } catch (error) {
      startProblem.value = (error as ApiError).code
    }
  }

  const refresh = setInterval(() => void thread.load().catch(() => undefined), LINKS_LAST)
  onScopeDispose(() => {
    clearInterval(refresh)
    outbox.close()
  })
  void start()

  const language = computed(() => session.language.value ?? languageOf(navigator.language) ?? 'ES')
  const settings = computed(() => session.current.value?.settings)
  const timeline = computed(() => {
    const isAtStart = thread.isLoaded.value && !thread.messages.value.length
    // The bot's first words are stored once the visitor has written; until they come back we say them.
    const begins = isAtStart || (thread.isClosed.value && isGoingOn.value) ? [welcomeOf(session.current.value)] : []
    return timelineOf(thread.messages.value, outbox.entries.value, begins)
  })

  return {
    session, thread, outbox, live, typing, timeline, language, settings,
    startProblem, isOpen, isGoingOn, isSoundOn, start,
    t: computed(() => WORDS[language.value]),
    color: computed(() => color ?? settings.value?.look.color),
    /** Once a conversation goes on, it is up to the bot to say so. */
    isOutOfHours: computed(() =>
      session.current.value?.welcome.isOpen === false && !thread.owner.value),
    /** Whether the visitor's thread should be followed on pages where she has not opened the chat. */
    isOngoing: computed(() =>
      thread.owner.value !== null || thread.unread.value > 0 || outbox.entries.value.length > 0),
    setSound(isOn: boolean) {
      isSoundOn.value = isOn
      store.set('sound', isOn)
      if (isOn) playSound()
    },
  }
}
