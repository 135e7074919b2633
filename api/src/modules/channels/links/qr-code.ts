import { create } from 'qrcode'
import sharp from 'sharp'
import { BadInput } from '../../../platform/errors.ts'

export interface QrLook {
  /** `#rrggbb`; must stand out from white. */
  color: string
  /** A PNG for the middle. */
  logo?: Buffer
}

/** Modules of white around the code, without which readers do not find it. */
const QUIET = 4
/** Of the code's width. With its frame a logo covers 6 % of the area; the code bears the loss of 30 %. */
const LOGO = 0.2
const LOGO_FRAME = 0.24
/** A printer's ink and a camera's light take some of it. */
const LEAST_CONTRAST = 4.5

/** The code as a drawing of square modules, which is sharp in every size. */
export function qrSvg(text: string, { color, logo }: QrLook): string {
  if (contrastToWhite(color) < LEAST_CONTRAST) throw new BadInput('color', 'The colour is too light to be read on white.')
  const { modules } = create(text, { errorCorrectionLevel: logo ? 'H' : 'M' })
  const width = modules.size + 2 * QUIET
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${width}" width="${width * 8}" height="${width * 8}" shape-rendering="crispEdges">`
    + `<rect width="${width}" height="${width}" fill="#fff"/><path fill="${color}" d="${pathOf(modules)}"/>${logo ? pictureOf(logo, width) : ''}</svg>`
}

/** Runs of dark modules, row by row. */
function pathOf({ size, data }: { size: number; data: Uint8Array }): string {
  const runs: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const from = column
      while (column < size && data[row * size + column]) column++
      if (column > from) runs.push(`M${from + QUIET} ${row + QUIET}h${column - from}v1h-${column - from}z`)
    }
  }
  return runs.join('')
}

function pictureOf(logo: Buffer, width: number): string {
  const inner = width - 2 * QUIET
  const square = (share: number) => {
    const side = inner * share
    return `x="${(width - side) / 2}" y="${(width - side) / 2}" width="${side}" height="${side}"`
  }
  return `<rect ${square(LOGO_FRAME)} rx="1" fill="#fff"/><image ${square(LOGO)} href="data:image/png;base64,${logo.toString('base64')}"/>`
}

/** `size` in pixels; the white around the code takes what whole pixels to a module leave over. */
export async function qrPng(text: string, look: QrLook, size: number): Promise<Buffer> {
  const svg = qrSvg(text, look)
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)![1])
  const drawn = modules * Math.max(1, Math.floor(size / modules))
  const edge = Math.max(0, size - drawn)
  const [before, after] = [Math.floor(edge / 2), Math.ceil(edge / 2)]
  return sharp(Buffer.from(svg), { density: 72 * drawn / (modules * 8) }).resize(drawn, drawn)
    .extend({ top: before, left: before, bottom: after, right: after, background: '#fff' }).flatten({ background: '#fff' }).png().toBuffer()
}

const isColor = (color: string) => /^#[0-9a-f]{6}$/i.test(color)

/** By WCAG; 0 for what is no colour. */
function contrastToWhite(color: string): number {
  if (!isColor(color)) return 0
  const light = [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16) / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 1.05 / (0.2126 * light[0]! + 0.7152 * light[1]! + 0.0722 * light[2]! + 0.05)
}
