/** What a label may be long at most, to be read at a glance. */
const SHORT = 40

/** `numeroDeCuenta` and `numero_de_cuenta` as people write it. */
const readable = (name: string): string => {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[_\-.]+/g, ' ').trim().toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A field of a system by a few words: those that its description begins with, or its name; the rest of the description helps. */
export function fieldLabel(name: string, description?: string | null): { label: string; help?: string } {
  const whole = description?.trim() ?? ''
  const head = whole.split(/[.:;,()\n–—]/)[0]!.trim()
  const label = head && head.length <= SHORT ? head : readable(name) || name
  return { label, ...whole && whole.replace(/\.$/, '') !== label && { help: whole } }
}
