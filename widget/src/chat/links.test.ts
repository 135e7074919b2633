import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import ChatText from './ChatText.vue'
import { partsOf } from './links.ts'

const links = (text: string) => partsOf(text).flatMap(({ href }) => href ?? [])

test.each([
  ['Vea https://quisqueya.do/cambios.', ['https://quisqueya.do/cambios']],
  ['(https://quisqueya.do/a_(b))', ['https://quisqueya.do/a_(b)']],
  ['www.quisqueya.do, o ventas@quisqueya.do', ['https://www.quisqueya.do', 'mailto:ventas@quisqueya.do']],
  ['¿https://a.do/?q=1&r=2#s?', ['https://a.do/?q=1&r=2#s']],
  ['https://a.do/@ana y HTTPS://B.DO', ['https://a.do/@ana', 'HTTPS://B.DO']],
  ['javascript:alert(1) data:text/html,x ftp://a', []],
  ['Cuesta 1.500,00 el 3.5.2026', []],
])('the links of "%s"', (text, expected) => expect(links(text)).toEqual(expected))

test('nothing of the text is lost', () => {
  const text = 'a https://b.do/c) d.\n\nwww.e.do!'
  expect(partsOf(text).map(part => part.text).join('')).toBe(text)
})

test('markup in a text is shown, never obeyed', () => {
  const text = '<img src=x onerror=alert(1)> <b>hola</b> https://a.do/"onclick="x'
  const wrapper = mount(ChatText, { props: { text } })
  expect(wrapper.element.querySelectorAll('img, b, [onclick]')).toHaveLength(0)
  expect(wrapper.text()).toBe(text)
})
