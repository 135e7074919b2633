import { Sealer } from '../src/platform/crypto.ts'
import { SECRET } from './harness-server.ts'

/** Seals as the app of the tests does. */
export const testSealer = new Sealer([{ id: 'k1', secret: SECRET }])
