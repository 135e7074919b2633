/** Why something failed, in the provider's code and in words. */
export interface ChannelFailure {
  /** Of the provider, such as `131047`. */
  code: string
  /** English, for developers; screens have words of their own for what they know. */
  message: string
}

/** What it means for us that a provider will not take a message. */
export type RefusedBecause = 'WINDOW_CLOSED' | 'UNREACHABLE' | 'OPTED_OUT' | 'TEMPLATE' | 'CONTENT' | 'TOO_LARGE' | 'OTHER'
