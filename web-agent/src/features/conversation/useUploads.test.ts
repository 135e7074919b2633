import { afterEach, expect, test, vi } from 'vitest'
import en from './messages.en.ts'
import es from './messages.es.ts'
import { mayPass, useUploads } from './useUploads.ts'

afterEach(() => void vi.unstubAllGlobals())

const answers = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }))
const picture = () => new File(['x'], 'a.png', { type: 'image/png' })

async function uploadOne() {
  const done = vi.fn()
  const { uploads, add } = useUploads(done)
  add([picture()])
  await vi.waitFor(() => expect([...uploads.values()].every(({ problem }) => problem)).toBe(true))
  return { done, problem: [...uploads.values()][0]?.problem ?? null }
}

test.each([
  [413, { code: 'FILE_TOO_LARGE' }, 'TOO_LARGE', false], [413, { code: 'PICTURE_TOO_LARGE' }, 'TOO_MANY_PIXELS', false],
  [415, { code: 'FILE_TYPE' }, 'WRONG_KIND', false], [429, { code: 'UPLOAD_LIMIT' }, 'LIMIT', true],
  [429, { code: 'RATE_LIMITED' }, 'BUSY', true], [503, { code: 'BUSY' }, 'BUSY', true], [507, { code: 'STORAGE_FULL' }, 'FULL', true],
  [500, { error: 'x' }, 'FAILED', true], [502, '<h1>Bad gateway</h1>', 'FAILED', true],
] as const)('an upload answered with %i %j stays, says %s in both languages, and may be retried: %s', async (status, body, said, again) => {
  answers(status, body)
  const { done, problem } = await uploadOne()
  expect([problem, mayPass(problem), done.mock.calls.length]).toEqual([said, again, 0])
  for (const words of [es, en]) expect(words.upload[said]).toBeTruthy()
})

test('a file that arrived is handed on', async () => {
  answers(201, { id: 'f1', name: 'a.png' })
  const { done, problem } = await uploadOne()
  expect(problem).toBeNull()
  expect(done).toHaveBeenCalledWith({ __typename: 'Attachment', id: 'f1', name: 'a.png', state: 'READY', isVoice: false, address: null })
})
