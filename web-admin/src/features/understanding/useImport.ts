import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { ImportTrainingSetDocument, type ExchangeFormat, type ImportSummary_TrainingSetImportFragment as Summary } from '../../contract/graphql.ts'
import { useImportFile } from '../../shell/useImportFile.ts'
import { formatOfFile, formatOfText } from './exchange-file.ts'

/** A training set that is looked at before it is taken in. */
export function useImport() {
  const { t } = useI18n()
  const { done } = useNotify()
  const { change } = useChange(ImportTrainingSetDocument)
  const { refusal: refused, apply: takeIn, ...file } = useImportFile<ExchangeFormat, Summary>({
    path: '/elena/files', formatOfFile, formatOfText,
    async send({ format, content, fileId: trainingFileId }, language, dryRun) {
      const result = (await change({ input: { format, content, trainingFileId, language, dryRun } }))?.importTrainingSet
      return result && (result.__typename === 'TrainingSetImport' ? result : null)
    },
  })
  const { preview, busy } = file
  const refusal = computed(() => (refused.value ? t(`understanding.import.${refused.value}`) : ''))
  const canApply = computed(() => Boolean(preview.value && preview.value.phrasesAdded + preview.value.entityTypesAdded) && !busy.value)
  /** Resolves to whether it was taken in. */
  async function apply(): Promise<boolean> {
    const summary = await takeIn()
    if (summary) done(t('understanding.import.done', summary.phrasesAdded))
    return Boolean(summary)
  }
  return { ...file, refusal, canApply, apply }
}
