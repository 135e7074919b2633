import { memberIdOf } from '../../platform/actor.ts'
import { sha256 } from '../../platform/crypto.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import type { FreshAnswers } from '../../platform/fresh-answers.ts'
import { newId } from '../../platform/ids.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { newApiKeyToken } from './api-key-token.ts'
import { ApiKey } from './api-key.entity.ts'
import { mayManageKeys } from './api-key.policy.ts'

export interface NewApiKey {
  name: string
  scopes: string[]
  expiresAt?: Date | null
}

const NAME_LENGTH = 80

/** The secret is shown this once. */
export class ApiKeyCreated {
  readonly __typename = 'ApiKeyCreated'
  readonly apiKey: ApiKey
  readonly secret: string

  constructor(apiKey: ApiKey, secret: string) {
    this.apiKey = apiKey
    this.secret = secret
  }
}

export class ApiKeyService {
  readonly #cache: Pick<FreshAnswers<unknown>, 'clear'>

  constructor(cache: Pick<FreshAnswers<unknown>, 'clear'>) {
    this.#cache = cache
  }

  async create(unit: Unit, { name, scopes, expiresAt }: NewApiKey) {
    const { actor, tenantId, now } = unit
    if (!mayManageKeys(actor, tenantId)) throw new Forbidden()
    const problem = keyProblem({ name, scopes, expiresAt }, now)
    if (problem) return problem
    const secret = newApiKeyToken()
    const key = unit.em.create(ApiKey, {
      id: newId(now),
      tenantId,
      name: name.trim(),
      hash: sha256(secret),
      lastFour: secret.slice(-4),
      scopes: [...new Set(scopes)],
      createdAt: now,
      createdById: memberIdOf(actor),
      expiresAt,
    })
    unit.audit({
      action: 'api-key.created',
      targetType: 'api-key',
      targetId: key.id,
      detail: { name: key.name, scopes: key.scopes },
    })
    await unit.em.flush()
    return new ApiKeyCreated(key, secret)
  }

  async revoke(unit: Unit, id: string): Promise<ApiKey> {
    if (!mayManageKeys(unit.actor, unit.tenantId)) throw new Forbidden()
    const key = await unit.em.findOne(ApiKey, { id, tenantId: unit.tenantId })
    if (!key) throw new NotFound('The key')
    if (key.revoke(unit.now))
      unit.audit({
        action: 'api-key.revoked',
        targetType: 'api-key',
        targetId: id,
        detail: { name: key.name },
      })
    await unit.em.flush()
    unit.afterCommit(() => this.#cache.clear())
    return key
  }
}

function keyProblem({ name, scopes, expiresAt }: NewApiKey, now: Date): InvalidInput | undefined {
  const { length } = [...name.trim()]
  if (length < 1 || length > NAME_LENGTH)
    return new InvalidInput('name', `Must have 1 to ${NAME_LENGTH} characters.`)
  if (scopes.length === 0) return new InvalidInput('scopes', 'A key without a scope opens nothing.')
  if (expiresAt && expiresAt <= now) return new InvalidInput('expiresAt', 'Must lie ahead.')
}
