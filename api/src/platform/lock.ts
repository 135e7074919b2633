import type { Unit } from './unit.ts'

/** Waits until no other unit holds this name, and holds it until the unit ends. For what has no row to lock yet. */
export async function lock(unit: Unit, name: string): Promise<void> {
  await unit.sql('advisory-lock', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
}
