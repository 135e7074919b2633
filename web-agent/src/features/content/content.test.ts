import { mountWithTexts } from '@botpro/ui/testing.ts'
import { expect, test } from 'vitest'
import { messages } from '../../messages.ts'
import { countReactions, mapLink, orderTotal, safeLink } from './content.ts'
import MailBody from './MailBody.vue'
import { hasRemoteImages } from './mail-page.ts'
import MessageContent from './MessageContent.vue'

const item = (over = {}) => ({ __typename: 'CustomerOrderItem' as const, productId: 'a', quantity: 2, price: '0.10', currency: 'DOP', ...over })

test('an order’s total loses no cent, and is not told where a price or a common currency is missing', () => {
  expect(orderTotal({ items: [item(), item({ price: '0.20', quantity: 1 })] })).toEqual({ amount: 0.4, currency: 'DOP' })
  expect([orderTotal({ items: [item(), item({ price: null })] }), orderTotal({ items: [item(), item({ currency: 'USD' })] }), orderTotal({ items: [] })]).toEqual([null, null, null])
})

test('the same reaction of two people is one sign with a count', () => {
  expect(countReactions([{ emoji: '❤️' }, { emoji: '👍' }, { emoji: '❤️' }])).toEqual([{ emoji: '❤️', count: 2 }, { emoji: '👍', count: 1 }])
})

test('an address from outside becomes a link only when it is one of a page', () => {
  expect(['https://a.example', 'javascript:alert(1)', 'data:text/html,x', null].map(safeLink)).toEqual(['https://a.example', undefined, undefined, undefined])
})

test('a place opens in a map elsewhere, at its own point', () => {
  expect(mapLink({ latitude: 18.4861, longitude: -69.9312 })).toContain('mlat=18.4861&mlon=-69.9312')
})

test('form answers stand under their questions, and answers to nothing that was asked are shown too', async () => {
  const form = {
    __typename: 'Form' as const, title: 'Cita', fields: [{ __typename: 'FormField' as const, name: 'dia', label: '¿Qué día?' }, { __typename: 'FormField' as const, name: 'hora', label: '¿A qué hora?' }],
    answers: [{ __typename: 'FormAnswer' as const, name: 'dia', value: 'lunes' }, { __typename: 'FormAnswer' as const, name: 'extra', value: 'sí' }],
  }
  const shown = await mountWithTexts(MessageContent, messages, { props: { content: form } })
  expect(shown.findAll('dt').map(dt => dt.text())).toEqual(['¿Qué día?', '¿A qué hora?', 'extra'])
  expect(shown.findAll('dd').map(dd => dd.text())).toEqual(['lunes', 'Sin respuesta', 'sí'])
})

test('whether a mail wants pictures from elsewhere is told', () => {
  const html = '<p>Hola</p><img data-remote-src="https://malo.test/p.gif">'
  expect([html, '<p>Hola</p>', '<img data-remote-src="http://malo.test/p.gif">'].map(hasRemoteImages)).toEqual([true, false, false])
})

test('what a mail quotes is folded until it is asked for', async () => {
  const mail = { __typename: 'MessageMail' as const, subject: 'Factura', fullText: 'Gracias\n\n> ¿La recibió?', html: null, answersTo: 'compras@otra.test' }
  const shown = await mountWithTexts(MailBody, messages, { props: { messageId: 'm1', mail, text: 'Gracias' } })
  expect(shown.text()).not.toContain('¿La recibió?')
  await shown.get('button').trigger('click')
  expect(shown.text()).toContain('¿La recibió?')
  expect(shown.get('button').attributes('aria-expanded')).toBe('true')
})
