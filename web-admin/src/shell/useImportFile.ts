import { watchDebounced } from '@vueuse/core'
import { computed, ref, shallowRef } from 'vue'
import type { Language } from '../contract/graphql.ts'
import { sendFile, type SentFile } from './send-file.ts'

/** Its words, or what they are known by once they were sent up. */
export interface ImportSource<Format> { name: string; format: Format; content?: string; fileId?: string }
export type ImportRefusal = Extract<SentFile, { refusal: string }>['refusal']
interface Options<Format, Summary> {
  path: Parameters<typeof sendFile>[0]
  formatOfFile(name: string, head: Uint8Array): Format
  formatOfText(text: string): Format
  /** Looks, or takes in. Resolves to what came of it, to null where the server could not read it, to nothing where it failed. */
  send(source: ImportSource<Format>, language: Language | undefined, dryRun: boolean): Promise<Summary | null | undefined>
}
const HEAD = 65_536
const MOST_BYTES = 20_000_000
/** Characters; longer texts go up as files. */
const MOST_TYPED = 200_000

/** A file or a text that is looked at before it is taken in. The preview follows every change, and late ones are dropped. */
export function useImportFile<Format, Summary extends object>({ path, formatOfFile, formatOfText, send }: Options<Format, Summary>) {
  const source = shallowRef<ImportSource<Format>>()
  const language = ref<Language>()
  const preview = shallowRef<Summary>()
  const refusal = ref<ImportRefusal>()
  const isSending = ref(false)
  const isLooking = ref(false)
  const isApplying = ref(false)
  const busy = computed(() => isSending.value || isLooking.value || isApplying.value)
  let opened = 0
  let asked = 0

  function start(): number {
    source.value = undefined
    preview.value = undefined
    refusal.value = undefined
    return opened += 1
  }
  async function sendUp(name: string, blob: Blob, format: Format, turn: number) {
    isSending.value = true
    const sent = await sendFile(path, blob)
    if (turn !== opened) return
    isSending.value = false
    if ('id' in sent) source.value = { name, format, fileId: sent.id }
    else refusal.value = sent.refusal
  }
  async function open(file: File) {
    const turn = start()
    if (file.size > MOST_BYTES) return void (refusal.value = 'tooLarge')
    const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
    await sendUp(file.name, file, formatOfFile(file.name, head), turn)
  }
  async function paste(content: string) {
    const turn = start()
    const format = formatOfText(content)
    isSending.value = false
    if (content.length > MOST_TYPED) await sendUp('', new Blob([content]), format, turn)
    else if (content.trim()) source.value = { name: '', format, content }
  }
  async function ask(dryRun: boolean): Promise<Summary | undefined> {
    const summary = await send(source.value!, language.value, dryRun)
    if (!summary) refusal.value = summary === null ? 'unreadable' : 'failed'
    return summary ?? undefined
  }
  async function look() {
    const turn = asked += 1
    preview.value = undefined
    if (!source.value) return
    refusal.value = undefined
    isLooking.value = true
    const summary = await ask(true)
    if (turn !== asked) return
    isLooking.value = false
    preview.value = summary
  }
  /** Resolves to what came in, where it did. */
  async function apply(): Promise<Summary | undefined> {
    isApplying.value = true
    const summary = await ask(false)
    isApplying.value = false
    return summary
  }
  watchDebounced([source, language], look, { debounce: 300 })
  return { source, language, preview, refusal, busy, isApplying, open, paste, apply }
}
