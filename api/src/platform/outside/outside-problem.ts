export type OutsideProblemCode =
  /** No http or https address, or one with a password or an odd port. */
  | 'BAD_ADDRESS'
  /** It leads to where the house itself stands: a private network, this machine. */
  | 'ADDRESS_REFUSED'
  | 'UNREACHABLE'
  | 'TOO_SLOW'
  | 'TOO_LARGE'
  /** Another kind of contents than was asked for. */
  | 'WRONG_KIND'
  /** It says that it is packed, and cannot be unpacked. */
  | 'UNREADABLE'

/** Why nothing came of a request to somebody else's machine. The message may be shown: it tells nothing of our network. */
export class OutsideProblem extends Error {
  readonly code: OutsideProblemCode
  /** The connection stood: what was sent may have arrived, and been done. */
  mayHaveArrived = false

  constructor(code: OutsideProblemCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'OutsideProblem'
    this.code = code
  }
}
