import type { DemoSystem } from './demo-system.ts'

/** All that a tenant may choose from. */
export const demoSystems: readonly DemoSystem[] = []
