import type { FastifyInstance } from 'fastify'
export function startPage(_server: FastifyInstance, _options: { demo: boolean }) {}
