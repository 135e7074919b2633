import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useSessionStorage } from '@vueuse/core'
import { inject, provide, type InjectionKey } from 'vue'
import { useI18n } from 'vue-i18n'
import { ReportMisunderstoodDocument } from '../../contract/graphql.ts'
import { canAnswer, canName } from '../../live/access.ts'
import { useDesk } from '../../live/useDesk.ts'

interface Intent { id: string; name: string }
type Reports = ReturnType<typeof createReports>

const KEY: InjectionKey<Reports> = Symbol('reports')

function createReports() {
  const { person, owner } = useDesk()
  const { t } = useI18n()
  const { done, failed } = useNotify()
  const { change, busy } = useChange(ReportMisunderstoodDocument)
  const reported = useSessionStorage<string[]>(`reported:${owner}`, [])
  const isReported = (messageId: string) => reported.value.includes(messageId)

  async function report(messageId: string, intent?: Intent) {
    const result = (await change({ input: { messageId, intentId: intent?.id } }))?.reportMisunderstood
    if (result?.__typename === 'InvalidInput') return failed(t('errors.BAD_USER_INPUT'))
    if (!result) return
    if (!isReported(messageId)) reported.value = [...reported.value, messageId]
    done(t('conversation.report.done'))
  }
  return { canReport: canAnswer(person), canName: canName(person), isReported, report, busy }
}

/** What was said in this session to have been understood wrongly. */
export const provideReports = () => provide(KEY, createReports())

export function useReports(): Reports {
  const reports = inject(KEY)
  if (!reports) throw new Error('ConversationThread provides the reports')
  return reports
}
