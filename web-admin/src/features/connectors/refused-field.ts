/** Which part of a form a refusal of the server's is about, without the places in lists: `operation.headers.2.name` is `headers_name`. */
export function partOf(field: string): string {
  const parts = field.split('.').filter(part => part !== 'operation' && !/^\d+$/.test(part))
  return parts.join('_')
}

/** Which of a list it is, from 1. */
export function placeOf(field: string): number | undefined {
  const index = /\.(\d+)(?:\.|$)/.exec(field)?.[1]
  return index === undefined ? undefined : Number(index) + 1
}
