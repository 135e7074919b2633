import type { Unit } from './unit.ts'

/** Waits until no other unit holds this name, and holds it until the unit ends. For what has no row to lock yet. */
export async function lock(unit: Unit, name: string): Promise<void> {
  await unit.sql('advisory-lock', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
}

/** Any number of units may hold it like this, while none holds it alone. */
export async function lockShared(unit: Unit, name: string): Promise<void> {
  await unit.sql('advisory-lock-shared', 'select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [name])
}
