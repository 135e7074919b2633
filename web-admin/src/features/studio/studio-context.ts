import type { BotSettings, Language } from '@botpro/graphql/flows'
import { inject, provide, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { Change, ExitOf, Point, Step, StepKind } from './document/flow-document.ts'
import type { Editor, FlowChoice } from './draft/flow-source.ts'
import type { FlowDraft } from './draft/useFlowDraft.ts'
import type { FlowFigures } from './figures/useFlowFigures.ts'
import type { Finding } from './findings/finding.ts'
import type { StudioResources } from './resources/resources.ts'
import type { Wording } from './steps/preview.ts'

export type Panel = 'step' | 'variables' | 'triggers' | 'settings' | 'findings' | null

/** Where a step that is being picked will stand. */
export interface Picking { at: Point; screen: Point; from?: ExitOf | undefined; between?: ExitOf | undefined }

export interface Studio {
  draft: FlowDraft
  bot: ComputedRef<{ id: string; settings: BotSettings; flows: FlowChoice[] }>
  /** The language that is drawn and edited first. */
  language: Ref<Language>
  languages: ComputedRef<Language[]>
  words: ComputedRef<Wording>
  resources: StudioResources
  findings: ComputedRef<ReadonlyMap<string, Finding[]>>
  /** What came by each step; the canvas shows it where somebody wants to see it. */
  figures: FlowFigures
  editors: ComputedRef<Editor[]>
  panel: Ref<Panel>
  /** The step that the panel shows. */
  opened: ShallowRef<string | null>
  /** The step that the keys go by. */
  current: ShallowRef<string | null>
  picking: ShallowRef<Picking | null>
  run(change: Change, merge?: string): void
  open(id: string): void
  /** Brings a step into sight, and to the keys. */
  show(id: string): void
  addStep(kind: StepKind, place: Picking): Step
}

const KEY: InjectionKey<Studio> = Symbol('studio')
export const provideStudio = (studio: Studio) => provide(KEY, studio)
export function useStudio(): Studio {
  const studio = inject(KEY)
  if (!studio) throw new Error('StudioPage provides the studio')
  return studio
}
