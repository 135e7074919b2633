import { useLocalStorage, usePermission } from '@vueuse/core'
import { computed } from 'vue'

/** Whether to be rung for and told, on this computer. */
export function useNotificationPreferences() {
  const hasSound = useLocalStorage('botpro-sound', true)
  const wantsNotifications = useLocalStorage('botpro-notifications', false)
  const permission = usePermission('notifications')
  const isSupported = 'Notification' in window
  const isBlocked = computed(() => permission.value === 'denied')
  const showsNotifications = computed({
    get: () => wantsNotifications.value && permission.value === 'granted',
    set: wanted => void want(wanted),
  })
  async function want(wanted: boolean) {
    wantsNotifications.value = wanted && await Notification.requestPermission() === 'granted'
  }
  return { hasSound, showsNotifications, isSupported, isBlocked }
}
