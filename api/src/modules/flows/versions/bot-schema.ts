import { BotFile } from '@botpro/graphql/flows'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** The JSON Schema of a bot's file. */
export const botSchema = (): object => ({
  ...z.toJSONSchema(BotFile, { io: 'input', reused: 'ref' }),
  title: 'A bot of BotPro', description: 'Settings, flows and tests of one bot, as it is exported and imported.',
})

/** Anybody may ask for it: it is how files are written, and says nothing of anybody. */
export function botSchemaRoutes(server: FastifyInstance): void {
  const text = JSON.stringify(botSchema())
  server.get('/schemas/bot.json', (_request, reply) =>
    reply.type('application/schema+json; charset=utf-8').header('cache-control', 'public, max-age=3600').header('access-control-allow-origin', '*').send(text))
}
