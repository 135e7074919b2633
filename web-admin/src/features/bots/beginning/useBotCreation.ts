import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { CreateBotDocument, type CreateBotInput, type Language } from '../../../contract/graphql.ts'
import { beginningOf, nameInFile } from './beginning.ts'

const MOST_BYTES = 8_000_000

export interface FileProblems { count: number; problems: readonly { path: string; message: string }[] }

/** A bot that is being begun: with a template, a file or nothing. */
export function useBotCreation() {
  const { t, locale } = useI18n()
  const { done } = useNotify()
  const { change, busy } = useChange(CreateBotDocument)
  const from = ref('')
  const name = ref('')
  const language = ref<Language>(locale.value === 'en' ? 'EN' : 'ES')
  const file = ref<{ name: string; text: string }>()
  const isTold = ref(false)
  const refusal = ref('')
  const inFile = ref<FileProblems>()
  const nameProblem = computed(() => (isTold.value && !name.value.trim() ? t('field.required') : undefined))

  async function open(chosen: File) {
    inFile.value = undefined
    refusal.value = chosen.size > MOST_BYTES ? t('bots.begin.fileLarge') : ''
    if (refusal.value) return
    const text = await chosen.text()
    file.value = { name: chosen.name, text }
    name.value ||= nameInFile(text)
  }
  function input(): CreateBotInput | undefined {
    if (!name.value.trim()) return undefined
    const beginning = beginningOf(from.value)
    if (beginning.kind === 'file' && !file.value) refusal.value = t('bots.begin.chooseFile')
    if (refusal.value) return undefined
    return {
      name: name.value.trim(), language: language.value,
      ...(beginning.kind === 'template' ? { template: beginning.key } : {}),
      ...(beginning.kind === 'file' ? { file: file.value!.text } : {}),
    }
  }
  /** Resolves to the id of what was made. */
  async function create(): Promise<string | undefined> {
    isTold.value = true
    refusal.value = ''
    inFile.value = undefined
    const typed = input()
    if (!typed) return undefined
    const result = (await change({ input: typed }))?.createBot
    if (result?.__typename === 'InvalidBotFile') inFile.value = { count: result.problemCount, problems: result.problems }
    if (result?.__typename === 'InvalidInput') refusal.value = t(result.field === 'name' ? 'bots.begin.tooMany' : 'field.invalid')
    if (result?.__typename !== 'Bot') return undefined
    done(t('bots.begin.created', { name: result.name }))
    return result.id
  }
  return { from, name, language, file, nameProblem, refusal, inFile, busy, open, create }
}
