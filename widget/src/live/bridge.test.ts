import { expect, test, vi } from 'vitest'
import { openBridge } from './bridge.ts'

function frame() {
  const host = { postMessage: vi.fn() } as unknown as Window
  const onHello = vi.fn()
  const onCommand = vi.fn()
  const bridge = openBridge({ onHello, onCommand }, host)
  const say = (data: unknown, origin: string, source: unknown = host) =>
    dispatchEvent(Object.assign(new Event('message'), { data, origin, source }))
  return { host, bridge, onHello, onCommand, say }
}
const hello = { botpro: 'hello', isOpen: true, origin: 'https://liar.example' }

test('the origin is what the browser says, not what the message says', () => {
  const { host, bridge, onHello, say } = frame()
  say(hello, 'https://shop.example')
  expect(onHello).toHaveBeenCalledWith('https://shop.example', hello)
  bridge.tell({ botpro: 'close' })
  expect(host.postMessage).toHaveBeenCalledWith({ botpro: 'close' }, 'https://shop.example')
})

test('other windows and other origins are not heard', () => {
  const { onHello, onCommand, say } = frame()
  say(hello, 'https://shop.example', {})
  say('noise', 'https://shop.example')
  expect(onHello).not.toHaveBeenCalled()
  say(hello, 'https://shop.example')
  say({ botpro: 'show', isOpen: true }, 'https://evil.example')
  expect(onCommand).not.toHaveBeenCalled()
})

test('nothing is told before somebody said hello', () => {
  const { host, bridge } = frame()
  bridge.tell({ botpro: 'close' })
  expect(host.postMessage).not.toHaveBeenCalled()
})
