import { LockMode } from '@mikro-orm/core'
import type { Key } from '@botpro/graphql/flows'
import type { Sealer } from '../../../platform/crypto.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { mayConfigureConnectors } from '../connector.policy.ts'
import { wasCalledLately } from '../connector-call.store.ts'
import type { DemoSystem } from '../demo/demo-system.ts'
import { keyProblem } from '../input-rules.ts'
import { secretsContext, type ConnectorSecrets } from './connector-auth.ts'
import { Connector, type KeptAuth } from './connector.entity.ts'
import { connectorAuth, connectorDetails, type TypedAuth, type TypedDetails } from './connector.input.ts'
import type { ServingConnectors } from './serving-connectors.ts'

const MOST_CONNECTORS = 50

export interface NewConnector extends TypedDetails {
  key: string
  auth: TypedAuth
}

export interface ConnectorChange extends TypedDetails {
  connectorId: string
  version: number
  auth: TypedAuth
}

export interface ConnectorServiceOptions {
  sealer: Sealer
  serving: Pick<ServingConnectors, 'forget'>
  demos: readonly DemoSystem[]
  plain?: readonly string[]
  /** Whether anybody above uses it. */
  isUsed: (unit: ReadUnit, used: { connector: Key; operation?: Key }) => Promise<boolean>
}

/** The systems that a tenant lets us ask. Verbs return the id of the connector, or why not. */
export class ConnectorService {
  readonly #options: Required<ConnectorServiceOptions>

  constructor({ plain = [], ...options }: ConnectorServiceOptions) {
    this.#options = { plain, ...options }
  }

  async create(unit: Unit, { key, auth, ...typed }: NewConnector): Promise<string | InvalidInput> {
    const others = await configured(unit)
    const details = connectorDetails(typed, this.#known)
    if (details instanceof InvalidInput) return details
    const problem = keyProblem(key) ?? newcomerProblem(key, others)
    if (problem) return problem
    const entry = connectorAuth(auth, {}, this.#options.plain)
    if (entry instanceof InvalidInput) return entry
    const { em, tenantId, now } = unit
    const id = newId(now)
    const connector = em.create(Connector, {
      id, tenantId, key, ...details, ...this.#sealed(id, entry), archivedAt: null, createdAt: now, changedAt: now, version: 1,
    })
    return this.#tell(unit, connector, 'connector.created')
  }

  async change(unit: Unit, { connectorId, version, auth, ...typed }: ConnectorChange): Promise<string | InvalidInput | ChangedMeanwhile> {
    const connector = the(await configured(unit), connectorId)
    const details = connectorDetails(typed, this.#known)
    if (details instanceof InvalidInput) return details
    if (connector.version !== version) return new ChangedMeanwhile()
    const kept = this.#opened(connector)
    const entry = connectorAuth(auth, kept, this.#options.plain)
    if (entry instanceof InvalidInput) return entry
    const given = new Set(auth.secrets?.filter(({ value }) => value).map(({ secret }) => secret))
    const carried = entry.auth.secrets.find(name => !given.has(name))
    if (carried && !connector.isAt(details, entry.auth)) return new InvalidInput(`auth.${carried}`, 'Give the secrets of the new server.')
    connector.describe(details, this.#sealed(connector.id, entry), unit.now)
    return this.#tell(unit, connector, 'connector.changed', { secretsGiven: [...given] })
  }

  /** What is used is archived; `null` says that it is gone. */
  async delete(unit: Unit, connectorId: string): Promise<string | null> {
    const connector = the(await configured(unit), connectorId)
    const isUsed = await wasCalledLately(unit, { connectorId }) || await this.#options.isUsed(unit, { connector: connector.key })
    if (isUsed) {
      connector.archive(unit.now)
      return this.#tell(unit, connector, 'connector.archived')
    }
    unit.em.remove(connector)
    await this.#tell(unit, connector, 'connector.deleted')
    return null
  }

  async restore(unit: Unit, connectorId: string): Promise<string> {
    const connector = the(await configured(unit), connectorId)
    connector.restore()
    return this.#tell(unit, connector, 'connector.restored')
  }

  /** The demo system of this key as a connector, unless there is one of that key. True where it answers under that key. */
  async addDemo(unit: Unit, systemKey: Key): Promise<boolean> {
    const others = await configured(unit)
    const system = this.#options.demos.find(({ key }) => key === systemKey)
    if (!system) throw new NotFound('The demo system')
    const known = others.find(({ key }) => key === systemKey)
    if (known) return known.isDemoOf(systemKey)
    const { em, tenantId, now } = unit
    const connector = em.create(Connector, {
      id: newId(now), tenantId, key: systemKey, name: system.name.ES ?? system.name.EN ?? systemKey, description: '', kind: 'DEMO', demoSystem: systemKey, baseUrl: null,
      headers: [], auth: { kind: 'NONE', secrets: [] }, sealedSecrets: null, archivedAt: null, createdAt: now, changedAt: now, version: 1,
    })
    await this.#tell(unit, connector, 'connector.created')
    return true
  }

  get #known() {
    return { plain: this.#options.plain, demoSystems: this.#options.demos.map(({ key }) => key) }
  }

  #opened({ id, sealedSecrets }: Connector): ConnectorSecrets {
    return sealedSecrets ? JSON.parse(this.#options.sealer.open(sealedSecrets, secretsContext(id))) as ConnectorSecrets : {}
  }

  #sealed(id: string, { auth, secrets }: { auth: KeptAuth['auth']; secrets: ConnectorSecrets }): KeptAuth {
    const hasSome = Object.keys(secrets).length > 0
    return { auth, sealedSecrets: hasSome ? this.#options.sealer.seal(JSON.stringify(secrets), secretsContext(id)) : null }
  }

  async #tell(unit: Unit, { id, key, name, kind, demoSystem, baseUrl, auth }: Connector, action: string, more: object = {}): Promise<string> {
    unit.audit({ action, targetType: 'connector', targetId: id, detail: { key, name, kind, demoSystem, baseUrl, auth: auth.kind, ...more } })
    await unit.em.flush()
    this.#options.serving.forget(unit)
    return id
  }
}

/** All of a tenant's, locked, so that there are not more than there may be. */
async function configured({ actor, em, tenantId }: Unit): Promise<Connector[]> {
  if (!mayConfigureConnectors(actor)) throw new Forbidden()
  return em.find(Connector, { tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } })
}

function the(connectors: Connector[], id: string): Connector {
  const connector = connectors.find(one => one.id === id)
  if (!connector) throw new NotFound('The connector')
  return connector
}

function newcomerProblem(key: string, others: Connector[]): InvalidInput | undefined {
  if (others.some(other => other.key === key)) return new InvalidInput('key', 'Another connector has this key.')
  return others.length >= MOST_CONNECTORS ? new InvalidInput('key', `At most ${MOST_CONNECTORS} connectors.`) : undefined
}
