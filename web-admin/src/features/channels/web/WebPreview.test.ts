import { mountWithTexts } from '@botpro/ui/testing.ts'
import { expect, test } from 'vitest'
import { messages } from '../../../messages.ts'
import type { ChannelDraft } from './web-channel.ts'
import WebPreview from './WebPreview.vue'

const draft = (own: Partial<ChannelDraft> = {}): ChannelDraft => ({
  version: 1, name: 'Sitio', allowedOrigins: [], color: '#facc15', side: 'RIGHT', botName: 'Bonita',
  texts: [{ language: 'ES', title: 'Tienda', subtitle: '', greeting: '¡Hola!', outOfHours: 'Cerrado' }],
  ...own,
})

test('the preview follows what is typed', async () => {
  const preview = await mountWithTexts(WebPreview, messages, { props: { draft: draft(), language: 'ES' } })
  expect(preview.text()).toContain('¡Hola!')
  await preview.setProps({ draft: draft({ texts: [{ ...draft().texts[0]!, greeting: 'Buenas' }] }) })
  expect(preview.text()).toContain('Buenas')
})

test('an unfinished colour does not break the preview', async () => {
  const preview = await mountWithTexts(WebPreview, messages, { props: { draft: draft({ color: '#fa' }), language: 'ES' } })
  expect(preview.get('header').attributes('style')).toContain('#4f46e5')
})
