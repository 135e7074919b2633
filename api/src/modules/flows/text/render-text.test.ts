import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localText } from './local-text.ts'
import { renderText } from './render-text.ts'
import { TextProblem } from './text-problem.ts'
import { variablesIn, variablesNeededIn } from './variables-in.ts'
import type { Voice } from './voice.ts'

const ES: Voice = { language: 'ES', timeZone: 'America/Santo_Domingo', now: new Date('2026-11-27T15:00:00Z') }
const EN: Voice = { ...ES, language: 'EN' }

const scope = {
  name: 'Ana', balance: { amount: '1234.5', currency: 'DOP' }, dollars: { amount: '-20', currency: 'USD' }, count: 3, none: null, yes: true,
  day: '2026-12-04', nextYear: '2027-01-02', instant: '2026-12-05T01:30:00Z', clock: '13:05',
  accounts: [{ name: 'Ahorros', open: true }, { name: 'Corriente', open: false }], fruits: ['pan', 'leche', 'queso'], cedula: '00113918205', phone: '+18095551234',
}

const problemIn = (template: string, given: Record<string, unknown> = scope) => {
  try {
    renderText(template, given, ES)
  } catch (error) {
    if (error instanceof TextProblem) return { code: error.code, named: error.named, line: error.line, column: error.column }
    throw error
  }
  return null
}

describe('a text is written out with', () => {
  test.each([
    ['Hola, {{ name }}.', 'Hola, Ana.', 'Hola, Ana.'],
    ['{{ balance | money }}', 'RD$ 1,234.50', 'RD$1,234.50'],
    ['{{ balance }}', 'RD$ 1,234.50', 'RD$1,234.50'],
    ['{{ dollars | money }}', '-US$ 20.00', '-US$20.00'],
    ['{{ "2500000.005" | money }}', 'RD$ 2,500,000.01', 'RD$2,500,000.01'],
    ['{{ "1,250" | money: "EUR" }}', '€ 1,250.00', '€1,250.00'],
    ['{{ 10 | money: "CHF" }}', 'CHF 10.00', 'CHF 10.00'],
    ['{{ none | money }}{{ name | money }}', 'Ana', 'Ana'],
    ['{{ 1234567.5 | number }} {{ 2 | number: 2 }}', '1,234,567.5 2.00', '1,234,567.5 2.00'],
    ['{{ day | date }}', 'viernes 4 de diciembre', 'Friday, December 4'],
    ['{{ nextYear | date }}', 'sábado 2 de enero de 2027', 'Saturday, January 2, 2027'],
    ['{{ day | date: "short" }}', '04/12/2026', 'Dec 4, 2026'],
    ['{{ instant | date_time }}', 'viernes 4 de diciembre a las 9:30 p. m.', 'Friday, December 4 at 9:30 pm'],
    ['{{ "2026-12-04T17:00:00Z" | date_time }}', 'viernes 4 de diciembre a la 1:00 p. m.', 'Friday, December 4 at 1:00 pm'],
    ['{{ clock | time }} {{ "9:00" | time }}', '1:05 p. m. 9:00 a. m.', '1:05 pm 9:00 am'],
    ['{{ "whenever" | date }}', 'whenever', 'whenever'],
    ['{{ phone | phone }}', '(809) 555-1234', '(809) 555-1234'],
    ['{{ "+34912345678" | phone }}', '+34 912 34 56 78', '+34 912 34 56 78'],
    ['{{ cedula | mask }} {{ "001-1391820-5" | mask }} {{ "ana@x.do" | mask }} {{ "123" | mask }}', '•••••••8205 •••-••••820-5 a••@x.do •••', '•••••••8205 •••-••••820-5 a••@x.do •••'],
    ['{{ cedula | document }} {{ "101850043" | document }}', '001-1391820-5 1-01-85004-3', '001-1391820-5 1-01-85004-3'],
    ['{{ fruits | list }}', 'pan, leche y queso', 'pan, leche, and queso'],
    ['{{ accounts | list: "name" }} {{ accounts | map: "name" | join: "/" }}', 'Ahorros y Corriente Ahorros/Corriente', 'Ahorros and Corriente Ahorros/Corriente'],
    ['{{ fruits }}', 'pan, leche, queso', 'pan, leche, queso'],
    ['{{ yes | yes_no }}', 'sí', 'yes'],
    ['{{ missing | default: "amigo" | upcase }}', 'AMIGO', 'AMIGO'],
    ['{% if missing %}a{% else %}b{% endif %}', 'b', 'b'],
    ['{% for account in accounts %}{{ forloop.index }}. {{ account.name }} {% endfor %}', '1. Ahorros 2. Corriente ', '1. Ahorros 2. Corriente '],
    ['{{ accounts | where: "open", true | map: "name" | first }} {{ accounts.size }} {{ accounts[1].name }}', 'Ahorros 2 Corriente', 'Ahorros 2 Corriente'],
    ['{{ count | plus: 2 | times: 10 }} {{ 7.256 | round: 2 }}', '50 7.26', '50 7.26'],
    ['[{{ none }}] [{{ none.name }}]', '[] []', '[] []'],
  ])('%s', (template, spanish, english) => {
    expect(renderText(template, scope, ES)).toBe(spanish)
    expect(renderText(template, scope, EN)).toBe(english)
  })
})

describe('a text that cannot be written says what is wrong, and where', () => {
  test.each([
    ['Hola {{ nombre }}', { code: 'UNKNOWN_VARIABLE', named: 'nombre', line: 1, column: 9 }],
    ['uno\n{{ balance.total }}', { code: 'UNKNOWN_VARIABLE', named: 'balance.total', line: 2 }],
    ['{{ name | shout }}', { code: 'UNKNOWN_FILTER', named: 'shout' }],
    ['{{ name | toString }}', { code: 'UNKNOWN_FILTER', named: 'toString' }],
    ['{{ name', { code: 'SYNTAX' }],
    ['{% if name %}', { code: 'SYNTAX' }],
    ['{% include "a" %}', { code: 'UNKNOWN_TAG', named: 'include' }],
    ['{% layout "a" %}', { code: 'UNKNOWN_TAG', named: 'layout' }],
    ['{% render "a" %}', { code: 'UNKNOWN_TAG', named: 'render' }],
    ['{% constructor %}', { code: 'UNKNOWN_TAG', named: 'constructor' }],
    ['{% capture a %}{% endcapture %}', { code: 'UNKNOWN_TAG', named: 'capture' }],
    ['{{ name.constructor }}', { code: 'UNKNOWN_VARIABLE', named: 'name.constructor' }],
    ['{{ __proto__.polluted }}', { code: 'UNKNOWN_VARIABLE' }],
    ['{{ toString }}', { code: 'UNKNOWN_VARIABLE', named: 'toString' }],
    ['{% for a in (1..100000000) %}{{ a }}{% endfor %}', { code: 'TOO_LARGE' }],
    ['{% for a in (1..900) %}{% for b in (1..900) %}x{% endfor %}{% endfor %}', { code: 'TOO_LARGE' }],
    ['{% assign a = "xxxxxxxx" %}{% for i in (1..90) %}{% assign a = a | append: a %}{% endfor %}{{ a }}', { code: 'TOO_LARGE' }],
    ['{{ "x" }}'.padEnd(5000, 'y'), { code: 'TOO_LARGE' }],
  ])('%.80s', (template, problem) => {
    expect(problemIn(template)).toMatchObject(problem)
  })
})

test('neither functions nor what an object inherits can be reached', () => {
  let called = false
  const call = () => { called = true; return 'x' }
  const inherits: unknown = Object.create({ secret: 'x' })
  for (const template of ['{{ f }}', '{{ o.f }}', '{{ o.inner.f }}', '{{ i.secret }}', '{{ list | where: "f" | size }}{{ o.f }}']) {
    expect(problemIn(template, { f: call, o: { f: call, inner: { f: call } }, i: inherits, list: [{ f: call }] })).toMatchObject({ code: 'UNKNOWN_VARIABLE' })
  }
  expect(called).toBe(false)
})

test('a text ends before it is longer than a message, and never within a character', () => {
  for (const before of ['', 'x']) {
    const text = renderText(`${before}{% for i in (1..2000) %}😀😀{% endfor %}`, {}, ES)
    expect(text.length).toBeLessThanOrEqual(4096)
    expect(text.endsWith('😀…')).toBe(true)
  }
})

const pieces = fc.oneof(
  fc.constantFrom('{{', '}}', '{%', '%}', '|', ' name ', 'accounts', 'for a in accounts', 'endfor', 'if name', 'endif', 'else', 'assign x = name', ' money', ' date: ', 'append: name', '(1..99999)', '"', '[0]', '.', 'size', '-', '{%- comment %}', 'case', 'when 1', 'list', 'times: 1e99', 'divided_by: 0', 'slice: -1, 9', 'truncate: -5', 'round: 400', 'modulo: 0', 'break', 'raw'),
  fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 20 }),
)

test('any template on any data is written out or is a TextProblem', () => {
  const template = fc.oneof(fc.array(pieces, { maxLength: 14 }).map(parts => parts.join('')), fc.array(pieces, { maxLength: 6 }).map(parts => `{{ name ${parts.join(' ')} }}`), fc.string({ unit: 'binary' }))
  fc.assert(fc.property(template, fc.anything(), fc.constantFrom(ES, EN), (text, name, voice) => {
    for (const run of [() => renderText(text, { name, accounts: [name, { name }] }, voice), () => variablesIn(text), () => variablesNeededIn(text)]) {
      try {
        expect(run().length).toBeLessThanOrEqual(4096)
      } catch (error) {
        if (!(error instanceof TextProblem)) throw error
      }
    }
  }), { numRuns: 3000 })
})

test('every filter takes whatever it is given', () => {
  const filter = fc.constantFrom('money', 'number', 'date', 'time', 'date_time', 'phone', 'mask', 'document', 'list', 'yes_no', 'upcase', 'size', 'first', 'join', 'map: "a"', 'where: "a"', 'truncate: 4', 'round: 2', 'slice: 1', 'uniq', 'compact', 'reverse', 'append: x', 'money: x', 'date: x', 'list: x')
  fc.assert(fc.property(filter, fc.anything(), fc.anything(), (name, value, x) => {
    try {
      expect(typeof renderText(`{{ value | ${name} }}`, { value, x }, ES)).toBe('string')
    } catch (error) {
      if (!(error instanceof TextProblem)) throw error
    }
  }), { numRuns: 3000 })
})

test('the paths that a template names are found, without those it sets itself', () => {
  expect(variablesIn('{{ account.balance | money }} {{ items[0].name }} {% for i in list %}{{ i.name }}{{ other[key].x }}{% endfor %}').sort())
    .toEqual(['account.balance', 'items[0].name', 'key', 'list', 'other'])
  expect(variablesIn('{% assign x = name | append: last %}{{ x }}').sort()).toEqual(['last', 'name'])
})

test('what has a default, is asked after or stands under a condition need not be there', () => {
  expect(variablesNeededIn('{{ a }} {{ b | default: c }} {% if d %}{{ d }}{% for x in e %}{{ f | default: "" }}{% endfor %}{% endif %}{% unless g.h %}{{ g.h }}{% endunless %} {{ i }}').sort())
    .toEqual(['a', 'i'])
})

test('a text is said in another language of the bot where its own is missing', () => {
  expect(localText({ ES: 'Hola', EN: 'Hi' }, 'EN', ['ES', 'EN'])).toBe('Hi')
  expect(localText({ ES: 'Hola', EN: ' ' }, 'EN', ['ES', 'EN'])).toBe('Hola')
  expect(localText({}, 'EN', ['ES'])).toBe('')
})
