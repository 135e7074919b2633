import type { DemoSystem } from './demo-system.ts'
import { financial } from './financial.ts'
import { government } from './government.ts'
import { health } from './health.ts'
import { retail } from './retail.ts'

/** All that a tenant may choose from. */
export const demoSystems: readonly DemoSystem[] = [financial, retail, health, government]
