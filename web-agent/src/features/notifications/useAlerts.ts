import { useThrottleFn } from '@vueuse/core'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import type { DeskContext } from '../../live/useDesk.ts'
import { useContactName } from '../../shell/useContactName.ts'
import { alertFor, type Alert } from './alert.ts'
import { useNotificationPreferences } from './preferences.ts'
import { ring } from './sound.ts'

/** However many write at once, it rings once. */
const RING_AT_MOST_EVERY = 2000

interface Options extends Pick<DeskContext, 'onChange' | 'person'> {
  conversationId: MaybeRefOrGetter<string | null>
  open(id: string): void
}

/** Telephones know the constructor and refuse it. */
function tryNotification(title: string, options: NotificationOptions) {
  try {
    return new Notification(title, options)
  } catch {
    return null
  }
}

/** Rings and tells when a customer of mine writes or somebody begins to wait. */
export function useAlerts({ onChange, person, conversationId, open }: Options) {
  const { t } = useI18n()
  const nameOf = useContactName()
  const { hasSound, showsNotifications } = useNotificationPreferences()
  const since = new Date().toISOString()
  const isLookedAt = () => !document.hidden && document.hasFocus()
  const ringOnce = useThrottleFn(ring, RING_AT_MOST_EVERY)

  function notify({ kind, conversation, message }: Alert) {
    const name = nameOf(conversation.contact)
    const body = kind === 'MESSAGE' ? message?.text || t('notifications.file') : t('notifications.queuedText')
    const title = kind === 'MESSAGE' ? name : t('notifications.queued', { name })
    const notification = tryNotification(title, { body, tag: conversation.id, icon: `${import.meta.env.BASE_URL}favicon.svg` })
    if (notification) notification.onclick = () => { window.focus(); open(conversation.id); notification?.close() }
  }
  onChange(change => {
    const lookingAt = isLookedAt() ? toValue(conversationId) : null
    const alert = alertFor(change, { memberId: person.memberId, lookingAt, since })
    if (!alert) return
    if (hasSound.value) void ringOnce(alert.kind)
    if (showsNotifications.value && !isLookedAt()) notify(alert)
  })
}
