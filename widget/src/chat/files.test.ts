import { expect, test } from 'vitest'
import { admitFiles } from './files.ts'

const file = (type: string, size = 10) => Object.defineProperty(new File([], 'f', { type }), 'size', { value: size })

test('images and PDF are taken; what is not is said', () => {
  const [image, page] = [file('image/png'), file('application/pdf')]
  expect(admitFiles([], [image, page, file('image/svg+xml')])).toEqual({ files: [image, page], refusal: 'fileTypeRefused' })
  expect(admitFiles([image], [file('image/png', 11e6)])).toEqual({ files: [image], refusal: 'fileTooLarge' })
  expect(admitFiles([], Array.from({ length: 6 }, () => image)).refusal).toBe('fileTooMany')
})
