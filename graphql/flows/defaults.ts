/** How long the link of a payment is good where its step does not say. */
export const PAYMENT_MINUTES = 60 * 24

/** How long it holds that somebody proved who she is where the step does not say: after it, whoever has her phone proves it anew. */
export const PROOF_MINUTES = 30
