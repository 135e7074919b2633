import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { BotPublishingDocument, PublishBotDocument, type BotPublishingQuery, type PublishBotMutation } from '../../../contract/graphql.ts'
import { mayOverride, missingForVersion } from '../golive/stage.ts'
import type { TestOutcome } from '../../simulator/tests/useBotTests.ts'
import { errorsOf, gapsOf, inputOf, toFinding, warningGroups, type PublishForm } from './publishing.ts'

type Answer = PublishBotMutation['publishBot']
interface Failing { name: string; message?: string | null; difference?: TestOutcome['difference'] }

/** Failing tests by name, as the checklist runs them, and why, where the draft's ran by themselves; what publishing says of them is newer. */
function failingOf({ checklist, draftTests }: BotPublishingQuery['bot']): Failing[] {
  const ran = draftTests?.isCurrent ? draftTests.outcomes : []
  return (checklist.find(({ key }) => key === 'TESTS_GREEN')?.missing ?? []).map(name => ran.find(test => test.name === name && !test.passed) ?? { name })
}

/** The draft on its way to a version: what was found, what has to be said about it, and what came of it. */
export function usePublishing(botId: string) {
  const { t } = useI18n()
  const { done } = useNotify()
  const asked = useAsk({ query: BotPublishingDocument, variables: { botId }, requestPolicy: 'network-only' })
  const { change, busy } = useChange(PublishBotDocument)
  const form = ref<PublishForm>({ note: '', reasons: {}, override: '', approves: false, goLive: '' })
  const told = shallowRef<Failing[]>()
  const refusal = ref('')
  const isTried = ref(false)
  const bot = computed(() => asked.data.value?.bot)
  const findings = computed(() => (bot.value?.draftFindings ?? []).map(toFinding))
  const errors = computed(() => errorsOf(findings.value))
  const warnings = computed(() => warningGroups(findings.value))
  const failing = computed(() => told.value ?? (bot.value ? failingOf(bot.value) : []))
  /** What it would need to serve at once; of most of it somebody may say why it serves all the same. */
  const lacking = computed(() => (bot.value?.stage === 'LIVE' ? missingForVersion(bot.value.checklist, { hasFailingTests: failing.value.length > 0 }) : []))
  const isStopped = computed(() => !mayOverride(lacking.value))
  const published = computed(() => ({ codes: warnings.value.map(([code]) => code), failing: failing.value.length > 0, isLive: bot.value?.stage === 'LIVE', lacks: lacking.value.length > 0 }))
  const missing = computed(() => gapsOf(form.value, published.value))
  const gaps = computed(() => (isTried.value ? missing.value : []))

  async function refused(answer: Answer | undefined) {
    if (answer?.__typename === 'BotTestsFailing') told.value = answer.tests
    if (answer?.__typename === 'InvalidInput') refusal.value = t('bots.versions.publish.refused')
    if (answer?.__typename === 'BotHasErrors' || answer?.__typename === 'ReasonsMissing' || answer?.__typename === 'GoLiveItemsMissing') refusal.value = t('bots.versions.publish.foundMore')
    if (answer?.__typename === 'ChangedMeanwhile') refusal.value = t('bots.versions.publish.changed')
    if (answer && answer.__typename !== 'BotTestsFailing') {
      told.value = undefined
      await asked.refresh()
    }
  }
  /** Resolves to whether there is a new version. */
  async function publish(): Promise<boolean> {
    isTried.value = true
    refusal.value = ''
    if (!bot.value || missing.value.length || isStopped.value) return false
    const answer = (await change({ input: inputOf(bot.value, form.value, published.value) }))?.publishBot
    if (answer?.__typename !== 'BotVersion') return refused(answer).then(() => false)
    done(t(answer.isLive ? 'bots.versions.publish.doneLive' : 'bots.versions.publish.done', { number: answer.number }))
    return true
  }
  return { ...asked, bot, form, errors, warnings, failing, lacking, isStopped, gaps, refusal, busy, publish }
}
