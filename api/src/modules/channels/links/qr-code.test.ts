import jsqr from 'jsqr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newLinkToken } from './link-token.ts'
import { redrawnLogo } from './link-logo.ts'
import { qrPng, qrSvg } from './qr-code.ts'

/** As a camera would: from the pixels alone. */
async function read(png: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  // The library is CommonJS, and says otherwise.
  const decode = ('default' in jsqr ? jsqr.default : jsqr) as typeof jsqr
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data
}

const ADDRESSES = [`https://bot.example.do/l/${newLinkToken()}`, `http://localhost:4000/l/${newLinkToken()}`, `https://${'muy-'.repeat(20)}largo.example.com/l/${newLinkToken()}`]
const busyPicture = async () => redrawnLogo(await sharp({ create: { width: 500, height: 300, channels: 3, background: '#000000', noise: { type: 'gaussian', mean: 120, sigma: 90 } } }).png().toBuffer())

test.each([128, 300, 1024, 2048])('a code of %i pixels is as wide as it was asked for, and says the address', async size => {
  for (const address of ADDRESSES) {
    const png = await qrPng(address, { color: '#000000' }, size)
    expect(await sharp(png).metadata()).toMatchObject({ width: size, height: size, format: 'png' })
    expect(await read(png)).toBe(address)
  }
})

test('the busiest picture in the middle leaves the code readable', async () => {
  const logo = (await busyPicture())!
  for (const address of ADDRESSES) {
    for (const color of ['#000000', '#4f46e5', '#b91c1c']) expect(await read(await qrPng(address, { color, logo }, 1024))).toBe(address)
  }
})

test('the picture is really there', async () => {
  const logo = (await redrawnLogo(await sharp({ create: { width: 50, height: 50, channels: 3, background: '#ff0000' } }).png().toBuffer()))!
  const { data, info } = await sharp(await qrPng(ADDRESSES[0]!, { color: '#000000', logo }, 1024)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const middle = (info.height / 2 * info.width + info.width / 2) * 3
  expect([...data.subarray(middle, middle + 3)]).toEqual([255, 0, 0])
})

test('a drawing says the same when somebody else makes pixels of it, and has white around it', async () => {
  const svg = qrSvg(ADDRESSES[0]!, { color: '#0f766e' })
  const png = await sharp(Buffer.from(svg)).resize(600).png().toBuffer()
  expect(await read(png)).toBe(ADDRESSES[0])
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const border = Math.floor(info.width * 4 / Number(/viewBox="0 0 (\d+)/.exec(svg)![1])) - 1
  expect(data.subarray(0, border * info.width * 3).every(value => value === 255)).toBe(true)
})

test.each(['#ffffff', '#facc15', '#aaaaaa', 'red', '#000"/><script>', ''])('a colour that does not stand out, or is none, is refused: %s', color => {
  expect(() => qrSvg(ADDRESSES[0]!, { color })).toThrow(expect.objectContaining({ field: 'color' }))
})

test('a logo is drawn anew as a small square, and what is no picture is not taken', async () => {
  const wide = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: 'red' } }).jpeg().withExif({ IFD0: { Copyright: 'secret place' } }).toBuffer()
  const logo = (await redrawnLogo(wide))!
  expect(await sharp(logo).metadata()).toMatchObject({ width: 320, height: 320, format: 'png' })
  expect(logo.includes('secret place')).toBe(false)
  expect(await redrawnLogo(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'))).toBeNull()
  expect(await redrawnLogo(Buffer.from('not a picture'))).toBeNull()
})
