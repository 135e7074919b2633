type Rgb = [number, number, number]

const FALLBACK = '#3f3cbb'

const rgbOf = (hex: string) => [1, 3, 5].map(start => parseInt(hex.slice(start, start + 2), 16)) as Rgb
const hexOf = (rgb: Rgb) => `#${rgb.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`

export const colorOr = (color: string | undefined, other = FALLBACK) =>
  /^#[0-9a-f]{6}$/i.test(color ?? '') ? (color as string) : other

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string) {
  const [r, g, b] = rgbOf(hex).map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function contrast(a: string, b: string) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

export const textOn = (color: string) =>
  (contrast(color, '#ffffff') >= contrast(color, '#000000') ? '#ffffff' : '#000000')

/** The colour itself where it can be read on the surface, or else the nearest shade that can. */
export function readableOn(surface: string, color: string, least = 4.5) {
  const target = rgbOf(textOn(surface))
  const from = rgbOf(color)
  for (let share = 0; share < 1; share += 0.05) {
    const shade = hexOf(from.map((part, i) => part + ((target[i] as number) - part) * share) as Rgb)
    if (contrast(shade, surface) >= least) return shade
  }
  return textOn(surface)
}
