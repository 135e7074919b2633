import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { BotTemplatesDocument } from '../../../contract/graphql.ts'

export interface TemplateCard { key: string; sector: string; name: string; description: string; contains: string }

/** Ready-made bots, in the language of the screen. */
export function useTemplates() {
  const { t, locale } = useI18n()
  const { data, error, state, refresh } = useAsk({ query: BotTemplatesDocument, variables: {} })
  const templates = computed<TemplateCard[]>(() => (data.value?.botTemplates ?? []).map(({ key, sector, names, flowCount, testCount }) => {
    const words = names.find(({ language }) => language === (locale.value === 'en' ? 'EN' : 'ES')) ?? names[0]
    const contains = t('bots.begin.contains', { flows: t('bots.flowCount', flowCount), tests: t('bots.testCount', testCount) })
    return { key, sector: sector ? t(`company.sectors.${sector}`) : t('bots.begin.anySector'), name: words?.name ?? key, description: words?.description ?? '', contains }
  }))
  return { templates, error, state, refresh }
}
