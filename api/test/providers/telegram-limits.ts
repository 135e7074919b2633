/** How fast a bot may write: a few at once and then one a second in one chat, thirty a second in all. */
export class TelegramLimits {
  readonly chatEveryMs: number
  readonly chatBurst: number
  readonly perSecond: number
  readonly #chats = new Map<string, number[]>()
  #all: number[] = []

  constructor({ chatEveryMs = 1000, chatBurst = 5, perSecond = 30 }: { chatEveryMs?: number; chatBurst?: number; perSecond?: number }) {
    this.chatEveryMs = chatEveryMs
    this.chatBurst = chatBurst
    this.perSecond = perSecond
  }

  /** Zero where it may be sent, which is then counted; else for how many seconds the bot has to wait. */
  waitFor(chat: string, now: number): number {
    this.#all = this.#all.filter(at => at > now - 1000)
    const window = this.chatEveryMs * this.chatBurst
    const sent = (this.#chats.get(chat) ?? []).filter(at => at > now - window)
    if (this.#all.length >= this.perSecond) return 1
    if (sent.length >= this.chatBurst) return Math.max(1, Math.ceil((sent[0]! + window - now) / 1000))
    this.#all.push(now)
    this.#chats.set(chat, [...sent, now])
    return 0
  }
}
