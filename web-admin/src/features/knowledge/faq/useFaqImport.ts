import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { ImportFaqsDocument, type FaqFormat, type FaqImport_FaqImportFragment as Summary } from '../../../contract/graphql.ts'
import { useImportFile } from '../../../shell/useImportFile.ts'
import { formatOfFile, formatOfText } from './faq-file.ts'

export const newIn = ({ faqsAdded, wordingsAdded }: Summary) => faqsAdded + wordingsAdded

/** Questions in a file that are looked at before they are taken in. */
export function useFaqImport() {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change } = useChange(ImportFaqsDocument)
  const { refusal: refused, apply: takeIn, ...file } = useImportFile<FaqFormat, Summary>({
    path: '/knowledge/files', formatOfFile, formatOfText,
    async send({ format, content, fileId: knowledgeFileId }, language, dryRun) {
      const result = (await change({ input: { format, content, knowledgeFileId, language, dryRun } }))?.importFaqs
      return result && (result.__typename === 'FaqImport' ? result : null)
    },
  })
  const { preview, busy } = file
  const refusal = computed(() => (refused.value ? t(`faq.import.${refused.value}`) : ''))
  const canApply = computed(() => Boolean(preview.value && newIn(preview.value)) && !busy.value)
  /** Resolves to whether it was taken in. */
  async function apply(): Promise<boolean> {
    const summary = await takeIn()
    if (summary) done(t('faq.import.done', summary.faqsAdded))
    return Boolean(summary)
  }
  return { ...file, refusal, canApply, apply }
}
