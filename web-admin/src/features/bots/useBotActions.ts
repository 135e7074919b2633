import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import { ArchiveBotDocument, RestoreBotDocument } from '../../contract/graphql.ts'

interface Named { id: string; name: string }

/** What is done with bots that are there. */
export function useBotActions() {
  const { t } = useI18n()
  const { done, undoable, failed } = useNotify()
  const { change: archiveBot, busy } = useChange(ArchiveBotDocument)
  const { change: restoreBot } = useChange(RestoreBotDocument)

  async function restore({ id, name }: Named) {
    const result = (await restoreBot({ input: { botId: id } }))?.restoreBot
    if (result?.__typename === 'Bot') done(t('bots.restored', { name }))
    if (result?.__typename === 'InvalidInput') failed(t('bots.restoreRefused'))
  }
  async function archive(bot: Named) {
    const result = (await archiveBot({ input: { botId: bot.id } }))?.archiveBot
    if (result?.__typename === 'BotIsLive') failed(t('bots.isLive'))
    if (result?.__typename === 'Bot') undoable(t('bots.archivedNow', { name: bot.name }), () => restore(bot))
  }
  return { archive, restore, busy }
}
