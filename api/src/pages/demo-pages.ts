import type { FastifyInstance } from 'fastify'
import type { Units } from '../platform/units.ts'
export function demoPages(_server: FastifyInstance, _options: { units: Units }) {}
