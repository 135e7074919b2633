import type { FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import type { SuspensionRule } from '../contract/suspension.ts'

/**
 * Who asks by a route beside the contract: a visitor by her token, everybody else by cookie or key. Each says what fields say by
 * `@duringSuspension`; whom it does not answer is refused here.
 */
export type Identify = (request: FastifyRequest, during: SuspensionRule) => Promise<Actor>

/** Members read while the service stands still. */
export const readDuringSuspension: SuspensionRule = { members: true, keys: false }

/** It waits until the service is back. */
export const notDuringSuspension: SuspensionRule = { members: false, keys: false }
