import type { Json, MediaType, Priority } from '@botpro/graphql/flows'
import type { Request } from './request.ts'
import type { RunState } from './run-state.ts'

/** What came of one input: all of it is kept and said, or nothing. */
export interface RunTurn {
  state: RunState
  says: RunSpeech[]
  /** At most one: the run waits for its result. */
  request: Request | null
  effects: RunEffect[]
  visits: Visit[]
  /** The run is over; whoever writes next begins anew. */
  ended: { outcome: string | null; failed: boolean } | null
  /** What was said was not for this run: triggers and Q&A may take it. */
  unused: boolean
  /** An answer could not be taken. */
  misunderstood: boolean
  /** The run waits for an answer from elsewhere: what was said is to be heard afterwards. */
  deferred: boolean
  /** It was one of the words that work everywhere, and that leave what was under way: all but the one for help. */
  leaves: boolean
}

export interface RunSpeech {
  /** Of those with a menu: the id of its message. */
  id?: string
  text: string
  menu: { style: 'QUICK_REPLIES' | 'MENU'; options: { id: string; title: string; description: string | null }[] } | null
  content?:
    | { kind: 'CARD'; title: string; subtitle?: string; url?: string; urlTitle?: string }
    | { kind: 'LOCATION'; latitude: number; longitude: number; name?: string; address?: string }
  /** What goes with the words; of a card, its picture. */
  media?: RunMedia
  /** The step that says it, for figures and the simulator. */
  from: { flow: string; step: string } | null
}

export interface RunMedia {
  type: MediaType
  /** Exactly one of these: a file of the bot's, or an https address. */
  fileId?: string
  url?: string
  name?: string
}

/** What is done in the unit of the turn, without an answer that the run needs. */
export type RunEffect =
  | { kind: 'HAND_OFF'; queue: string | null; priority: Priority; summary: string | null }
  | { kind: 'TAG'; add: string[]; remove: string[] }
  | { kind: 'CONTACT'; set: Record<string, Json> }
  | { kind: 'SURVEY_ANSWER'; survey: string; question: string; type: string; value: Json }
  | { kind: 'VERIFIED'; how: 'CODE' | 'KNOWN_DATA' }
  | { kind: 'CLOSE' }
  /** Somebody has to look: the run could not go on. */
  | { kind: 'TROUBLE'; code: string; flow: string; step: string }

/** A step that was done, for the figures. */
export interface Visit {
  flow: string
  step: string
  /** It was reached in this turn, and not only left. */
  arrived: boolean
  /** Null while the run waits there. */
  exit: string | null
  failure: string | null
}
