import { readFile } from 'node:fs/promises'
import { close, listen, type Answered, type Asked } from '../provider-server.ts'
import { startLines, type PlayedLine } from './lines.ts'
import { PlayedChat } from './played-chat.ts'

export interface Playground {
  url: string
  lines: PlayedLine[]
  stop(): Promise<void>
}

/** The page at `port`, the doubles at those after it; all at free ones for 0. */
export async function openPlayground(port = 0): Promise<Playground> {
  const lines = await startLines(port === 0 ? 0 : port + 1)
  const chats = new Map(lines.map(line => [line.double.kind as string, new PlayedChat(line)]))
  const { url, server } = await listen(asked => answer(asked, chats), port)
  return {
    url, lines,
    async stop() {
      await close(server)
      await Promise.all(lines.map(({ double }) => double.stop()))
    },
  }
}

async function answer(asked: Asked, chats: Map<string, PlayedChat>): Promise<Answered> {
  const [, area, kind = '', verb = ''] = asked.path.split('/')
  if (asked.method === 'GET' && area === '') return { status: 200, type: 'text/html; charset=utf-8', body: await readFile(new URL('page.html', import.meta.url)) }
  if (asked.method === 'GET' && asked.path === '/api') return { status: 200, body: [...chats.values()].map(chat => chat.shown()) }
  const chat = chats.get(kind)
  if (asked.method !== 'POST' || area !== 'api' || !chat) return { status: 404, body: { message: 'Not here.' } }
  // Another site's page may not send this type without asking first.
  if (asked.headers['content-type'] !== 'application/json') return { status: 415, body: { message: 'JSON, please.' } }
  return chat.does(verb, JSON.parse(asked.body.toString() || '{}'))
    .then(() => ({ status: 200, body: chat.shown() }), (error: Error) => ({ status: 400, body: { message: error.message } }))
}
