import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useToast } from '@nuxt/ui/composables/useToast'
import { computed, shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ReturnMisunderstoodDocument, type ReviewQueue_MisunderstoodGroupFragment as Group } from '../contract/graphql.ts'
import { emptyQueue, judge, lastOf, move, received, select, selectedOf, takeBack, type Judgement } from './misunderstood-queue.ts'
import { useMisunderstoodPages, type MisunderstoodFilters } from './useMisunderstoodPages.ts'

interface Options<Verdict> {
  filters: Ref<MisunderstoodFilters>
  /** Tells the server; resolves to its answer, or to nothing where it failed. */
  tell(group: Group, verdict: Verdict): Promise<{ __typename: string } | undefined>
  /** What was done, in words. */
  wordsOf(verdict: Verdict): string
  /** What else there is to undo once the messages wait again. */
  afterUndo?(verdict: Verdict): unknown
}
/** From here on the next page is fetched, so that nobody who works fast waits. */
const FEW = 6

/** The queue as it is worked: a judgement shows at once, is sent in order, and comes back when the server refuses it. */
export function useMisunderstoodQueue<Verdict>({ filters, tell, wordsOf, afterUndo }: Options<Verdict>) {
  const { t } = useI18n()
  const { undoable, failed, done } = useNotify()
  const toast = useToast()
  const queue = shallowRef(emptyQueue<Verdict>())
  const pages = useMisunderstoodPages(filters, (...answer) => { queue.value = received(queue.value, ...answer) })
  const { change: returnOnServer } = useChange(ReturnMisunderstoodDocument)
  const sent = new Map<number, Promise<boolean>>()
  let line: Promise<unknown> = Promise.resolve()
  let lastKey = 0
  let news: { key: number; id: string | number } | undefined

  /** One after the other: what is taken back must have been judged before. */
  function send(request: () => Promise<{ __typename: string } | undefined>): Promise<boolean> {
    const mine = line.then(request).then(accepted)
    line = mine
    return mine
  }
  /** The offer to undo goes when it was taken, when it came to nothing, or when there is a newer one. */
  function silence(key = news?.key) {
    if (news && news.key === key) toast.remove(news.id)
  }
  const accepted = (result: { __typename: string } | undefined) => {
    if (result?.__typename === 'InvalidInput') failed(t('errors.BAD_USER_INPUT'))
    return result !== undefined && result.__typename !== 'InvalidInput'
  }
  function settle(group: Group, verdict: Verdict) {
    const key = ++lastKey
    queue.value = judge(queue.value, key, group.id, verdict)
    silence()
    news = { key, id: undoable(wordsOf(verdict), () => undo(key)).id }
    sent.set(key, send(() => tell(group, verdict)).then(isAccepted => {
      if (!isAccepted) { silence(key); queue.value = takeBack(queue.value, key) }
      return isAccepted
    }))
    if (queue.value.groups.length < FEW) void pages.showMore()
  }
  async function undo(key = lastOf(queue.value)?.key) {
    const judgement = queue.value.judged.find(one => one.key === key)
    if (!judgement) return
    queue.value = takeBack(queue.value, judgement.key)
    silence(judgement.key)
    if (!await returnToServer(judgement)) return void (queue.value = judge(queue.value, judgement.key, judgement.group.id, judgement.verdict))
    done(t('nav.misunderstood.undone'))
    await afterUndo?.(judgement.verdict)
  }
  /** What the server refused to take needs no returning. */
  async function returnToServer({ key, group }: Judgement<Verdict>) {
    if (!await sent.get(key)) return true
    return send(async () => (await returnOnServer({ input: { misunderstoodIds: group.misunderstoodIds } }))?.returnMisunderstood)
  }

  return {
    ...pages, undo, settle,
    groups: computed(() => queue.value.groups),
    waiting: computed(() => queue.value.waiting),
    judgedCount: computed(() => queue.value.judged.length),
    verdicts: computed(() => queue.value.judged.map(({ verdict }) => verdict)),
    selected: computed(() => selectedOf(queue.value)),
    select: (id: string) => { queue.value = select(queue.value, id) },
    move: (by: number) => { queue.value = move(queue.value, by) },
  }
}
