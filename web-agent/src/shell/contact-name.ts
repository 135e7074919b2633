interface Named { id: string; name: string | null; email: string | null; phone: string | null }

/** Empty for somebody of whom nothing is known. */
export const knownName = ({ name, email, phone }: Named) => name || email || phone || null

/** The last letters of an id tell strangers apart; the first ones are the time, and the same for all of a morning. */
export const shortId = (id: string) => id.replaceAll('-', '').slice(-4).toUpperCase()
