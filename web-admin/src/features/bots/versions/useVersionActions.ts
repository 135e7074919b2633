import { errorCode } from '@botpro/ui/graphql/errors.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useClientHandle } from '@urql/vue'
import { useI18n } from 'vue-i18n'
import { ExportBotDocument, RestoreVersionDocument, UseBotVersionDocument, type VersionsRow_BotVersionFragment as Version } from '../../../contract/graphql.ts'
import { saveFile } from '../../../shell/save-file.ts'

/** What can be done with a version that stands. `changed` is told when the draft or what is live became another. */
export function useVersionActions(botId: string, changed: () => void) {
  const { t } = useI18n()
  const confirm = useConfirm()
  const { done, undoable, failed } = useNotify()
  const { client } = useClientHandle()
  const { change: restoreVersion } = useChange(RestoreVersionDocument)
  const { change: useVersion, busy } = useChange(UseBotVersionDocument)

  async function bringBack(versionId: string): Promise<string | undefined> {
    const answer = (await restoreVersion({ input: { versionId } }))?.restoreVersion
    if (answer?.__typename === 'InvalidInput') failed(t('bots.versions.restore.refused'))
    if (answer?.__typename !== 'VersionRestored') return undefined
    changed()
    return answer.snapshot.id
  }
  async function undo(snapshotId: string) {
    if (await bringBack(snapshotId)) done(t('bots.versions.restore.undone'))
  }
  /** The draft was replaced; what it was before is kept, and comes back with one click. */
  const told = (title: string, snapshotId: string) => undoable(title, () => undo(snapshotId))
  async function restore({ id, number }: Pick<Version, 'id' | 'number'>) {
    const title = number ? t('bots.versions.restore.title', { number }) : t('bots.versions.restore.titleSnapshot')
    if (!await confirm({ title, text: t('bots.versions.restore.text'), confirm: t('bots.versions.restore.action') })) return
    const snapshotId = await bringBack(id)
    if (snapshotId) told(t('bots.versions.restore.done'), snapshotId)
  }
  /** Resolves to why not, to nothing where it serves now or failed. */
  async function use({ id, number }: Pick<Version, 'id' | 'number'>, reason: string): Promise<string | undefined> {
    const answer = (await useVersion({ input: { versionId: id, reason } }))?.useBotVersion
    if (answer?.__typename === 'BotIsNotLive') return t('bots.versions.use.notLive')
    if (answer?.__typename === 'InvalidInput') return t('bots.versions.use.refused')
    if (!answer) return undefined
    changed()
    done(t('bots.versions.use.done', { number }))
    return undefined
  }
  async function save(versionId?: string) {
    const { data, error } = await client.query(ExportBotDocument, { botId, versionId }, { requestPolicy: 'network-only' }).toPromise()
    if (!data) return void failed(t(`errors.${errorCode(error)}`))
    const { fileName, mediaType, content } = data.exportBot
    saveFile(fileName, new Blob([content], { type: mediaType }))
  }
  return { restore, use, save, told, busy }
}
