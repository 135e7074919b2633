import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { diskStore } from './files.ts'
import { openMailer } from './mail.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'botpro-files-'))
afterAll(() => rm(folder, { recursive: true }))
const store = diskStore(path.join(folder, 'files'))

test('what was put is got, in whole or in part, until it is deleted', async () => {
  const stored = await store.put('tenant/one', Readable.from([Buffer.from('hello '), Buffer.from('there')]))
  expect(stored.size).toBe(11)
  expect(await text(await store.get('tenant/one'))).toBe('hello there')
  expect(await text(await store.get('tenant/one', { start: 6 }))).toBe('there')
  await store.delete('tenant/one')
  await expect(store.get('tenant/one')).rejects.toThrow('not found')
})

test('a file that is too large leaves nothing behind', async () => {
  await expect(store.put('big/one', Readable.from([Buffer.alloc(11)]), { maxBytes: 10 })).rejects.toThrow(
    'larger',
  )
  expect(await readdir(path.join(folder, 'files', 'big'))).toEqual([])
})

test('there is room until the disk comes near what is to stay free', async () => {
  expect(await store.hasRoom()).toBe(true)
  expect(await diskStore(path.join(folder, 'not made yet'), { leaveFree: 2 ** 60 }).hasRoom()).toBe(false)
})

test.each(['../secret', '/etc/passwd', 'a/../../b', '', 'a//b', 'a\0b'])(
  'the key “%s” is refused',
  async key => {
    await expect(store.get(key)).rejects.toThrow('not the key')
  },
)

test('without an SMTP server a mail is a file, and the log says where', async () => {
  const lines: string[] = []
  const mailer = openMailer({
    from: 'BotPro <no-reply@example.com>',
    dataDir: folder,
    log: line => lines.push(line),
  })
  await mailer.send({ to: 'ada@example.com', subject: 'Código\r\nBcc: eve@example.com', text: 'ñandú' })
  const [file] = await readdir(path.join(folder, 'mail'))
  expect(lines[0]).toContain(file)
})
