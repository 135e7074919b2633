import type { ChatNews, LoaderCommand } from '../loader/protocol.ts'

interface BridgeOptions {
  onHello: (origin: string, command: Extract<LoaderCommand, { botpro: 'hello' }>) => void
  onCommand: (command: LoaderCommand) => void
}

/**
 * The line to the page that carries the chat. Who that page is, the browser says with its greeting, not the page;
 * afterwards only that page is heard and only that page is told anything.
 */
export function openBridge({ onHello, onCommand }: BridgeOptions, host: Window = window.parent) {
  let origin: string | undefined

  addEventListener('message', ({ source, origin: from, data }: MessageEvent<LoaderCommand>) => {
    if (source !== host || typeof data?.botpro !== 'string') return
    if (origin === undefined && data.botpro === 'hello') {
      origin = from
      onHello(from, data)
    } else if (from === origin) onCommand(data)
  })

  return { tell: (news: ChatNews) => origin !== undefined && host.postMessage(news, origin) }
}
