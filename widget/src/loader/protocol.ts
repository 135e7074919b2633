/** What the page tells the chat. */
export type LoaderCommand =
  | { botpro: 'hello'; isOpen: boolean; language?: string; color?: string; identity?: string | null }
  | { botpro: 'show'; isOpen: boolean }
  | { botpro: 'identify'; identity: string | null }

/** What the page keeps of the chat, so that the launcher is right before the chat is there. */
export interface LoaderState {
  unread: number
  isOngoing: boolean
  color: string
  side: 'LEFT' | 'RIGHT'
  language: string
}

/** What the chat tells the page. */
export type ChatNews =
  | ({ botpro: 'state' } & LoaderState)
  | { botpro: 'close' }
  | { botpro: 'identity-refused' }
