import DataLoader from 'dataloader'
import type { Actor } from '../actor.ts'
import type { ClosableReadUnit, ReadUnit, Unit } from '../unit.ts'
import { everythingIncluded, type Entitlements } from './entitled.ts'
import { nobodySuspended, type Suspensions } from './suspension.ts'

/** How operations get at the database; the composition root decides which kind of unit an actor gets. */
export interface OperationUnits {
  read(actor: Actor): ClosableReadUnit
  change<T>(actor: Actor, work: (unit: Unit) => Promise<T>): Promise<T>
}

/** What an operation knows of the connection it came through, and may do to its answer. */
export interface Door {
  requestId: string
  address: string
  userAgent: string
  setHeader(name: string, value: string): void
}

/** Reads many by their keys, in the keys' order. All keys that a query asks for at one moment come at once. */
export type Loader<K, V> = (unit: ReadUnit, keys: readonly K[]) => Promise<readonly (V | Error)[]>

/** Where subscriptions get their events. A module names its own: `declare module '…/operation.ts' { interface Feeds { … } }` */
export interface Feeds {}

export interface ContextOptions {
  actor: Actor
  units: OperationUnits
  door: Door
  entitlements?: Entitlements
  suspensions?: Suspensions
  feeds?: Feeds
}

interface OperationState {
  actor: Actor
  unit?: ClosableReadUnit
  loaders: Map<Loader<any, any>, DataLoader<any, any>>
}

/** What every resolver is given: `@Ctx() ctx: Context`. */
export class Context {
  readonly door: Door
  readonly entitlements: Entitlements
  readonly suspensions: Suspensions
  readonly feeds: Feeds
  private readonly units: OperationUnits
  // Apollo gives resolvers a copy of the context, so nothing in it may be `#private`, and what changes is kept in one
  // object that all copies share.
  private readonly state: OperationState

  constructor({
    actor,
    units,
    door,
    entitlements = everythingIncluded,
    suspensions = nobodySuspended,
    feeds = {} as Feeds,
  }: ContextOptions) {
    this.state = { actor, loaders: new Map() }
    this.units = units
    this.door = door
    this.entitlements = entitlements
    this.suspensions = suspensions
    this.feeds = feeds
  }

  get actor(): Actor {
    return this.state.actor
  }

  /** To read with: one read-only transaction that the whole operation shares, opened by its first statement. */
  get unit(): ReadUnit {
    return (this.state.unit ??= this.units.read(this.actor))
  }

  /** To change with: a transaction of its own, committed when `work` ends, rolled back when it throws. */
  async change<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    await this.close()
    return this.units.change(this.actor, work)
  }

  load<K, V>(loader: Loader<K, V>, key: K): Promise<V> {
    let known = this.state.loaders.get(loader)
    if (!known) {
      known = new DataLoader<K, V>(keys => loader(this.unit, keys) as Promise<V[]>)
      this.state.loaders.set(loader, known)
    }
    return known.load(key)
  }

  /** Goes on as somebody else: after signing in, the answer is already the new person's. */
  async become(actor: Actor) {
    await this.close()
    this.state.actor = actor
  }

  /** What was read before a change must not be seen after it; the next read opens anew. */
  async close() {
    const { unit } = this.state
    this.state.unit = undefined
    this.state.loaders = new Map()
    await unit?.close()
  }
}
