import { useChange } from '@botpro/ui/graphql/useChange.ts'
import type { Language, Recording } from '@botpro/graphql/flows'
import { computed, onUnmounted, ref, shallowRef } from 'vue'
import { SimulateBotDocument } from '../../contract/graphql.ts'
import { contactOf, newSettings, type PlayedLine, type Turn } from './session.ts'
import { useTrace } from './useTrace.ts'

export interface SimulatorOptions {
  botId: string
  language: Language
  /** Before each turn: what is being drawn has to be kept, since the draft is what is played. */
  before?: () => Promise<unknown> | unknown
}

/** A conversation with the draft of a bot, one thing that happens after the other. */
export function useSimulator({ botId, language, before }: SimulatorOptions) {
  const { change, busy } = useChange(SimulateBotDocument)
  const { show, clear } = useTrace()
  const settings = ref(newSettings(language))
  const turns = shallowRef<Turn[]>([])
  const problem = ref<string | null>(null)
  const begunAt = ref('')
  const flow = ref<string | null>(null)
  const recordings = shallowRef<Recording[]>([])
  const last = computed(() => turns.value.at(-1)?.simulation)
  const isStarted = computed(() => turns.value.length > 0)
  const ended = computed(() => Boolean(last.value?.isClosed))
  /** What can be tapped: of the last that the bot said. */
  const offered = computed(() => last.value?.says.at(-1)?.options ?? [])

  async function play(line: PlayedLine | null): Promise<boolean> {
    if (busy.value) return false
    await before?.()
    problem.value = null
    const { channel, language: spoken, systems, hoursOpen } = settings.value
    const state = last.value?.state as unknown
    if (!isStarted.value) begunAt.value = new Date().toISOString()
    const answered = await change({
      input: {
        botId, state: state ?? null, flow: state ? null : flow.value, channel, language: spoken, hoursOpen, systems, at: begunAt.value, contact: contactOf(settings.value) ?? null,
        lines: line ? [line] : [], recordings: recordings.value,
      },
    })
    const result = answered?.simulateBot
    if (result?.__typename !== 'BotSimulation') {
      problem.value = result ? 'REFUSED' : null
      return false
    }
    if (result.problem) {
      problem.value = result.problem
      return false
    }
    turns.value = [...turns.value, { line, simulation: result }]
    show(turns.value.map(({ simulation }) => simulation))
    return true
  }

  /** `from`: the key of a flow that begins at once. */
  async function restart(from: string | null = null) {
    turns.value = []
    problem.value = null
    flow.value = from
    clear()
    if (from) await play(null)
  }

  onUnmounted(clear)
  return { settings, turns, problem, busy, last, isStarted, ended, offered, begunAt, flow, recordings, play, restart }
}

export type SimulatorModel = ReturnType<typeof useSimulator>
