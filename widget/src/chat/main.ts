import { createApp, h, ref, shallowRef } from 'vue'
import { languageOf } from '../language/language.ts'
import { openBridge } from '../live/bridge.ts'
import { personOf } from '../live/identity.ts'
import { openStore } from '../live/store.ts'
import type { ChatOptions } from './chat.ts'
import ChatApp from './ChatApp.vue'
import { colorOr } from './contrast.ts'
import './chat.css'

const siteKey = decodeURIComponent(location.pathname.split('/').filter(Boolean).at(-1) ?? '')
const isOpen = ref(false)
const options = shallowRef<ChatOptions>()
const person = ref('')
const identity = ref<string>()
const visit = ref(0)

const storeOf = (origin: string, name: string) => openStore(`botpro:${siteKey}:${origin}:${name}:`)

/** People are kept apart: only whom the page vouches for, here and now, sees what she wrote as herself. */
function admit(origin: string, jwt: string | null | undefined, page: Pick<ChatOptions, 'language' | 'color'>) {
  identity.value = jwt ?? undefined
  person.value = personOf(jwt)
  visit.value++
  const store = storeOf(origin, person.value)
  const anonymous = person.value ? storeOf(origin, '') : undefined
  options.value = { siteKey, origin, store, anonymous, identity, isOpen, ...page }
}

function leave() {
  const { store, origin, language, color } = options.value as ChatOptions
  for (const key of store.keys('')) store.remove(key)
  admit(origin, null, { language, color })
}

const bridge = openBridge({
  onHello(origin, hello) {
    isOpen.value = hello.isOpen
    admit(origin, hello.identity, {
      language: languageOf(hello.language), color: hello.color ? colorOr(hello.color) : undefined,
    })
  },
  onCommand(command) {
    if (command.botpro === 'show') isOpen.value = command.isOpen
    if (command.botpro !== 'identify' || !options.value) return
    const { origin, language, color } = options.value
    if (!command.identity) leave()
    else if (identity.value && personOf(command.identity) === person.value) identity.value = command.identity
    else admit(origin, command.identity, { language, color })
  },
})

/** She stays who she is while her token holds; who was never admitted goes on as a stranger. */
function refuseIdentity(wasAdmitted: boolean) {
  console.warn('BotPro: the signed identity was refused (secret, aud, exp).')
  bridge.tell({ botpro: 'identity-refused' })
  const { origin, language, color } = options.value as ChatOptions
  if (!wasAdmitted) admit(origin, null, { language, color })
}

createApp({
  render: () => options.value && h(ChatApp, {
    key: visit.value, options: options.value, onTell: bridge.tell, onIdentityRefused: refuseIdentity,
  }),
}).mount(document.body)
