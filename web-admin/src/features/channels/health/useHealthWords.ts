import { useFormat } from '@botpro/ui/format/useFormat.ts'
import { useNow } from '@botpro/ui/format/useNow.ts'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ChannelHealthFragment as Health } from '../../../contract/graphql.ts'

/** How a channel is, in words. */
export function useHealthWords(given: MaybeRefOrGetter<Health | null | undefined>) {
  const { t, te } = useI18n()
  const format = useFormat()
  const now = useNow()
  const ago = (at: string) => format.value.ago(at, now.value)
  const health = computed(() => toValue(given))
  const received = computed(() =>
    (health.value?.lastReceivedAt ? t('channels.health.received', { when: ago(health.value.lastReceivedAt) }) : t('channels.health.receivedNever')))
  const sent = computed(() =>
    (health.value?.lastSentAt ? t('channels.health.sent', { when: ago(health.value.lastSentAt) }) : t('channels.health.sentNever')))
  /** Only what waits is worth a word. */
  const waiting = computed(() => (['queued', 'unprocessed', 'quarantined'] as const)
    .map(what => ({ what, n: health.value?.[what] ?? 0 }))
    .filter(({ n }) => n > 0)
    .map(({ what, n }) => ({ what, text: t(`channels.health.${what}`, { n: format.value.number(n) }, n) })))
  const quality = computed(() => {
    const told = health.value?.quality
    return told && (te(`channels.quality.${told}`) ? t(`channels.quality.${told}`) : told)
  })
  return { received, sent, waiting, quality, ago }
}
