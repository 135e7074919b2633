import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { checkedFile, fileName, redrawn } from './attachment-content.ts'

const picture = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })

describe('what a file is', () => {
  test('is told by its bytes: HTML that calls itself a picture is not taken', async () => {
    expect(await checkedFile(Buffer.from('<html><script>alert(1)</script></html>'))).toBeNull()
    expect(await checkedFile(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).toBeNull()
    expect(await checkedFile(Buffer.alloc(0))).toBeNull()
  })

  test('what Outlook packed is taken from a channel alone', async () => {
    const packed = Buffer.from('789f3e2201000100', 'hex')
    expect(await checkedFile(packed)).toBeNull()
    expect(await checkedFile(packed, { isFromChannel: true })).toMatchObject({ mediaType: 'application/ms-tnef', content: packed })
  })

  test('a picture keeps its size and loses the place where it was taken', async () => {
    const taken = await picture().withExif({ IFD0: { Artist: 'alguien' }, IFD3: { GPSLatitude: '18/1 28/1 0/1' } }).jpeg().toBuffer()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const checked = await checkedFile(taken)
    expect(checked).toMatchObject({ mediaType: 'image/jpeg', width: 40, height: 30 })
    expect((await sharp(checked!.content).metadata()).exif).toBeUndefined()
  })

  test('a picture lying on its side is stood up before what says so is left out', async () => {
    const lying = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await checkedFile(lying)).toMatchObject({ width: 30, height: 40 })
  })

  test('what hides behind a picture is gone, and a broken picture is refused', async () => {
    const png = await picture().png().toBuffer()
    const polyglot = await checkedFile(Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]))
    expect(polyglot?.content.includes('<script>') ?? false).toBe(false)
    expect(await checkedFile(png.subarray(0, 60))).toBeNull()
  })
})

describe('the small picture of a large one', () => {
  const large = (options = {}) => sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#336699', ...options } })

  test('has at most 640 pixels each way and is a WebP', async () => {
    const checked = await checkedFile(await large().jpeg().toBuffer())
    expect(checked).toMatchObject({ width: 2000, height: 1000 })
    expect(await sharp(checked!.thumbnail!).metadata()).toMatchObject({ format: 'webp', width: 640, height: 320 })
  })

  test('stands as the large one stands, and does not tell where that was taken', async () => {
    const lying = await large().withExif({ IFD3: { GPSLatitude: '18/1 28/1 0/1' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const small = await sharp((await checkedFile(lying))!.thumbnail!).metadata()
    expect(small).toMatchObject({ width: 320, height: 640 })
    expect(small.exif).toBeUndefined()
  })

  test('is not made of what is small, moves, or is no picture', async () => {
    const frames = await Promise.all(['red', 'blue'].map(background => large({ background }).png().toBuffer()))
    const moving = await sharp(frames, { join: { animated: true } }).gif().toBuffer()
    for (const content of [await picture().png().toBuffer(), moving, Buffer.from('%PDF-1.7\n%%EOF')]) {
      expect(await checkedFile(content)).toMatchObject({ thumbnail: null })
    }
  })
})

/** A small file that says it is a picture of this side. */
async function claiming(side: number) {
  const png = await picture().png().toBuffer()
  png.writeUInt32BE(side, 16)
  png.writeUInt32BE(side, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

describe('a picture that is too much work', () => {
  test('is refused by its pixels before it is drawn', async () => {
    await expect(checkedFile(await claiming(20_000))).rejects.toMatchObject({ code: 'PICTURE_TOO_LARGE' })
    // With fewer pixels it is no more than broken.
    expect(await checkedFile(await claiming(7000))).toBeNull()
  })

  test('is given up when it takes too long', async () => {
    const raw = { width: 6000, height: 6000, channels: 3 as const }
    const slow = await sharp(randomBytes(6000 * 6000 * 3), { raw }).png({ compressionLevel: 0 }).toBuffer()
    await expect(redrawn(slow, 'image/png', 1)).rejects.toMatchObject({ code: 'PICTURE_TOO_LARGE' })
  })
})

describe('what a file is called', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\fotos\\casa.png', 'casa.png'],
    ['factura\u202Efdp.exe', 'facturafdp.exe'],
    ['', 'archivo.png'],
    [undefined, 'archivo.png'],
  ])('%j becomes %j', (claimed, name) => expect(fileName(claimed, 'image/png')).toBe(name))
})
