import type { Unit } from '../../../platform/unit.ts'
import type { BotPlace } from '../../conversations/index.ts'
import { noteSurveyAnswer, tagConversation } from '../../conversations/index.ts'
import { rememberOfContact } from '../../contacts/index.ts'
import type { RunEffect } from '../engine/turn.ts'
import type { Recordings } from './recordings.ts'
import type { RequestWork } from './request-work.ts'
import type { RunTalk } from './run-talk.ts'
import { saveChanges } from './run.store.ts'
import type { TurnEffects } from './spoken-turn.ts'

interface Parts {
  /** Known when everything is built. */
  requests: () => RequestWork
  recordings: Pick<Recordings, 'keep'>
}

/** Writes what a turn leaves behind: runs, figures, requests, and what it did to the conversation and the contact. */
export class KeptTurn implements TurnEffects {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async keep(unit: Unit, talk: RunTalk, at: BotPlace): Promise<void> {
    const { changes, effects } = talk
    await Promise.all([saveChanges(unit, at, changes), this.#parts.recordings.keep(unit, at, await talk.memories())])
    for (const effect of effects) await this.#do(unit, effect, at)
    const { tenantId } = unit
    for (const { runId, id } of changes.requests) unit.afterCommit(() => this.#parts.requests().begin({ tenantId, runId, requestId: id }))
  }

  async #do(unit: Unit, effect: RunEffect, { contactId, conversationId }: BotPlace): Promise<void> {
    switch (effect.kind) {
      case 'TAG': return void await tagConversation(unit, conversationId, effect)
      case 'CONTACT': return rememberOfContact(unit, contactId, effect.set)
      case 'SURVEY_ANSWER': return void await noteSurveyAnswer(unit, { ...effect, conversationId })
      case 'HAND_OFF': case 'CLOSE': case 'VERIFIED': case 'TROUBLE': return
    }
  }
}
