import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useToast } from '@nuxt/ui/composables/useToast'
import { computed, shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  AssignMisunderstoodDocument, DismissMisunderstoodDocument, ReturnMisunderstoodDocument, type ReviewQueue_MisunderstoodGroupFragment as Group,
} from '../../contract/graphql.ts'
import { emptyQueue, judge, lastOf, move, mustTrain, received, select, selectedOf, takeBack, type Judgement, type Verdict } from './queue.ts'
import { targetInput, titleOf, type Target } from './target.ts'
import { useReviewPages, type ReviewFilters } from './useReviewPages.ts'

/** From here on the next page is fetched, so that nobody who works fast waits. */
const FEW = 6

/** The queue as it is worked: a judgement shows at once, is sent in order, and comes back when the server refuses it. */
export function useReviewQueue(filters: Ref<ReviewFilters>) {
  const { t } = useI18n()
  const { undoable, failed, done } = useNotify()
  const toast = useToast()
  const queue = shallowRef(emptyQueue())
  const pages = useReviewPages(filters, (...answer) => { queue.value = received(queue.value, ...answer) })
  const { change: assignOnServer } = useChange(AssignMisunderstoodDocument)
  const { change: dismissOnServer } = useChange(DismissMisunderstoodDocument)
  const { change: returnOnServer } = useChange(ReturnMisunderstoodDocument)
  const sent = new Map<number, Promise<boolean>>()
  let line: Promise<unknown> = Promise.resolve()
  let lastKey = 0
  let news: { key: number; id: string | number } | undefined

  /** One after the other: what is taken back must have been judged before. */
  function send(request: () => Promise<boolean>): Promise<boolean> {
    const mine = line.then(request)
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
  async function tell({ misunderstoodIds, language }: Group, verdict: Verdict) {
    if (verdict.kind === 'dismissed') return accepted((await dismissOnServer({ input: { misunderstoodIds } }))?.dismissMisunderstood)
    const phrase = verdict.text ? { text: verdict.text, language, entities: [] } : undefined
    return accepted((await assignOnServer({ input: { misunderstoodIds, ...targetInput(verdict.target), phrase } }))?.assignMisunderstood)
  }

  const saidOf = (verdict: Verdict) =>
    (verdict.kind === 'dismissed' ? t('review.done.dismissed') : t(`review.done.${verdict.target.kind}`, { target: titleOf(verdict.target) }))
  function settle(group: Group, verdict: Verdict) {
    const key = ++lastKey
    queue.value = judge(queue.value, key, group.id, verdict)
    silence()
    news = { key, id: undoable(saidOf(verdict), () => undo(key)).id }
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
    if (await returnToServer(judgement)) done(t('review.done.undone'))
    else queue.value = judge(queue.value, judgement.key, judgement.group.id, judgement.verdict)
  }
  /** What the server refused to take needs no returning. */
  async function returnToServer({ key, group }: Judgement) {
    if (!await sent.get(key)) return true
    return send(async () => accepted((await returnOnServer({ input: { misunderstoodIds: group.misunderstoodIds } }))?.returnMisunderstood))
  }

  return {
    ...pages, undo,
    groups: computed(() => queue.value.groups),
    waiting: computed(() => queue.value.waiting),
    mustTrain: computed(() => mustTrain(queue.value)),
    judgedCount: computed(() => queue.value.judged.length),
    selected: computed(() => selectedOf(queue.value)),
    select: (id: string) => { queue.value = select(queue.value, id) },
    move: (by: number) => { queue.value = move(queue.value, by) },
    assign: (group: Group, target: Target, text?: string) => settle(group, { kind: 'assigned', target, text }),
    dismiss: (group: Group) => settle(group, { kind: 'dismissed' }),
  }
}
