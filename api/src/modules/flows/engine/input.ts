import type { Json, Key } from '@botpro/graphql/flows'
import type { RequestResult } from './request.ts'

/** What moves a run on. */
export type RunInput =
  | { kind: 'START'; flow: Key; trigger: { kind: string; id: string | null; data: Json }; parameters?: Record<string, Json>; said?: Heard }
  | ({ kind: 'SAID' } & Heard)
  | { kind: 'RESULT'; requestId: string; result: RequestResult }
  | { kind: 'TIME' }
  | { kind: 'EVENT'; event: Key; data: Json }
  /** An agent gave the conversation back. */
  | { kind: 'RETURNED' }
  /** What came between is over: the question that was waiting is asked once more. */
  | { kind: 'AGAIN' }

/** What the contact said, and what was made of it. */
export interface Heard {
  text: string
  optionId: string | null
  /** Of which menu the option is: one of before is no answer to what is asked now. */
  chosenFrom?: { messageId: string; text: string; options: readonly { id: string; title: string; description: string | null }[]; isTyped: boolean }
  files: { id: string; name: string; type: string }[]
  location: { latitude: number; longitude: number; name?: string } | null
  /** ELENA's reading: null without a model, or where nothing was understood. */
  intent: { name: string; confidence: number } | null
  /** By the name of the entity; the first of each. */
  entities: Record<string, Json>
  /** Whether Q&A or an intent of the tenant’s has something to say, for questions in between. */
  aside: string | null
}
