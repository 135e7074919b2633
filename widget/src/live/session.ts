import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { StartVisitorSessionDocument } from '../contract/graphql.ts'
import type { Language, Session_VisitorSessionFragment } from '../contract/graphql.ts'
import { ApiError, ask, upload, type Document } from './api.ts'
import { moveAll, type Store } from './store.ts'

export type Session = Session_VisitorSessionFragment

interface SessionOptions {
  siteKey: string
  origin: string
  store: Store
  /** The store of the visitor before she was vouched for; what it holds is hers. */
  anonymous?: Store
  /** What the page signed last, sent with every start: without it a known person becomes a stranger. */
  identity: Ref<string | undefined>
  language?: Language
}

const MARGIN = 60_000

export type VisitorSession = ReturnType<typeof useSession>

/** Who the visitor is to the API. What was known last time is shown at once and asked for again behind it. */
export function useSession({ siteKey, origin, store, anonymous, identity, language }: SessionOptions) {
  const current = shallowRef(store.get<Session>('session'))
  const chosenLanguage = ref(store.get<Language>('language') ?? language)
  const refusal = ref<string>()
  let isAdmitted = false
  let renewal: Promise<Session> | undefined

  async function start() {
    const token = (anonymous?.get<Session>('session') ?? current.value)?.token
    const { startVisitorSession: result } = await ask(StartVisitorSessionDocument, {
      input: { siteKey, origin, token, identity: identity.value, language: chosenLanguage.value },
    })
    if (result.__typename === 'VisitorSession') return keep(result)
    refusal.value = result.code
    throw new ApiError(result.code)
  }

  function keep(session: Session) {
    isAdmitted = true
    refusal.value = undefined
    store.set('session', session)
    if (anonymous) moveAll(anonymous, store)
    return (current.value = session)
  }

  const renew = () => (renewal ??= start().finally(() => (renewal = undefined)))

  async function token() {
    const known = current.value
    const isFresh = known && Date.parse(known.expiresAt) - Date.now() > MARGIN
    return (isFresh ? known : await renew()).token
  }

  /** A token that ran out, or that the server forgot, is renewed once without a word to the visitor. */
  async function withToken<T>(action: (token: string) => Promise<T>): Promise<T> {
    try {
      return await action(await token())
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'UNAUTHENTICATED') throw error
      return action((await renew()).token)
    }
  }

  function setLanguage(next: Language) {
    chosenLanguage.value = next
    store.set('language', next)
    return renew()
  }

  watch(identity, () => refusal.value && void renew().catch(() => undefined))

  return {
    current,
    refusal,
    language: computed(() => chosenLanguage.value ?? current.value?.settings.language),
    renew,
    isAdmitted: () => isAdmitted,
    token,
    setLanguage,
    ask: <R, V>(document: Document<R, V>, variables: V) => withToken(token => ask(document, variables, token)),
    upload: (file: File) => withToken(token => upload(file, token)),
  }
}
