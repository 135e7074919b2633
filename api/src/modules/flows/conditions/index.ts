export { holds } from './holds.ts'
export { pathsIn } from './paths-in.ts'
export { valueAt } from './value-at.ts'
