import { ref, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { qrAddress, type QrLook } from './links.ts'

/** The drawing of a link's code, held by the page itself: it can be printed when there is no connection any more. */
export function useQrCode(id: MaybeRefOrGetter<string>, look: MaybeRefOrGetter<QrLook>) {
  const source = ref('')
  const state = ref<'loading' | 'failed' | 'ready'>('loading')
  let latest = 0

  async function load() {
    const turn = ++latest
    const drawing = await fetch(qrAddress(toValue(id), 'svg', toValue(look)), { headers: { accept: 'image/svg+xml' } })
      .then(answer => (answer.ok ? answer.text() : undefined)).catch(() => undefined)
    if (turn !== latest) return
    // What stood there before stays while another is drawn.
    if (drawing) source.value = `data:image/svg+xml,${encodeURIComponent(drawing)}`
    state.value = drawing ? 'ready' : 'failed'
  }
  watch([() => toValue(id), () => toValue(look)], load, { immediate: true, deep: true })
  return { source, state, load }
}
