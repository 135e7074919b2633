/** How long the link of a payment is good where its step does not say. */
export const PAYMENT_MINUTES = 60 * 24
