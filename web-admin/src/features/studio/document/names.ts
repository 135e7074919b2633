/** Without accents, in small letters, with one sign between words. */
const plain = (text: string, sign: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, sign).replaceAll(new RegExp(`^${sign}+|${sign}+$`, 'g'), '')

/** “Consultar mi saldo” → `consultar_mi_saldo`, as an option is named. */
export const idFrom = (text: string): string => plain(text, '_').slice(0, 36)

/** “Número de cédula” → `numeroDeCedula`, as a variable is named. What is one already stays as it is. */
export function variableNameFrom(text: string): string {
  if (/^[a-z][A-Za-z0-9_]{0,59}$/.test(text)) return text
  const words = plain(text.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2'), ' ').split(' ').filter(Boolean)
  const joined = words.map((word, at) => (at ? word[0]!.toUpperCase() + word.slice(1) : word)).join('')
  return joined.replace(/^[^a-z]+/, '').slice(0, 60)
}

/** “Créditos y préstamos” → `creditos-y-prestamos`, as flows, surveys and events are named. */
export function keyFrom(text: string): string {
  if (/^[a-z][a-z0-9_-]{0,59}$/.test(text)) return text
  return plain(text, '-').replace(/^[^a-z]+/, '').slice(0, 60)
}

const PATH = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*|\[\d{1,4}\])*$/
export const isPath = (text: string): boolean => text.length <= 200 && PATH.test(text)
