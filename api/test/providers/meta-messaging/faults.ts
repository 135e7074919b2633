/** How the double misbehaves. Shares are between 0 and 1. */
export interface MessagingFaults {
  /** Updates in one POST, at most. */
  batch: number
  /** Letters beyond ASCII as `\u00f1`, as themselves, or one way now and the other then. Signed is what is sent. */
  unicode: 'ESCAPED' | 'LITERAL' | 'BOTH'
  /** Each POST is sent from 1 to this many times. */
  copies: number
  isShuffled: boolean
  /** Accepted, and answered with a 500 all the same. */
  failAfterAccepting: number
  /** Accepted, and never answered. */
  silentAfterAccepting: number
  /** Before it answers a send. */
  answerAfterMs: number
  /** The echo of a send is with us before its answer. */
  echoBeforeAnswer: boolean
  /** Not accepted, and answered with this. */
  refuse: { code: number; subcode?: number; status?: number; share: number } | null
  /** Links whose `ref` does not come along: Meta does not promise it. */
  dropRef: number
  /** The token was taken back. */
  isRevoked: boolean
  perSecond: number
  conversationsPerSecond: number
}

export const noFaults = (): MessagingFaults => ({
  batch: 1, unicode: 'ESCAPED', copies: 1, isShuffled: false, failAfterAccepting: 0, silentAfterAccepting: 0, answerAfterMs: 0, echoBeforeAnswer: false,
  refuse: null, dropRef: 0, isRevoked: false, perSecond: 300, conversationsPerSecond: 100,
})
