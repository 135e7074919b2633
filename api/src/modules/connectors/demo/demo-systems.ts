import type { DemoSystem } from './demo-system.ts'
import { government } from './government.ts'
import { health } from './health.ts'

/** All that a tenant may choose from. */
export const demoSystems: readonly DemoSystem[] = [health, government]
