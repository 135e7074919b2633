/** Whom a signed identity names. Only to keep people's stores apart: the server checks the signature. */
export function personOf(jwt: string | null | undefined): string {
  try {
    const [, payload = ''] = (jwt ?? '').split('.')
    const json = atob(payload.replace(/-/g, '+').replace(/_/g, '/'))
    return String((JSON.parse(json) as { sub?: unknown }).sub ?? '')
  } catch {
    return ''
  }
}
