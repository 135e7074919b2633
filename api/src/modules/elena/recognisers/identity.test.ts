import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutCards } from './card.ts'
import { cedulaHolds, luhnHolds, rncHolds } from './check-digit.ts'
import { inEnglish, inSpanish, spansOf, valuesOf } from './recognise.fixture.ts'
import { recognise } from './recogniser.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const DIGITS = [...'0123456789']

describe('check digits', () => {
  test('any ten digits but all zeros become a cédula with exactly one last digit', () => {
    fc.assert(fc.property(digits(10).filter(body => Number(body) > 0), body => {
      expect(DIGITS.filter(digit => cedulaHolds(body + digit))).toHaveLength(1)
    }))
  })

  test('any eight digits become an RNC with exactly one last digit, never zero', () => {
    fc.assert(fc.property(digits(8), body => {
      const fitting = DIGITS.filter(digit => rncHolds(body + digit))
      expect(fitting).toHaveLength(1)
      expect(fitting).not.toContain('0')
    }))
  })

  test('one wrong digit never passes Luhn', () => {
    fc.assert(fc.property(digits(15), fc.nat(14), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
      const number = body + DIGITS.find(digit => luhnHolds(body + digit))!
      const wrong = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1)
      expect(luhnHolds(wrong)).toBe(false)
    }))
  })
})

describe('cédula', () => {
  test.each(['00113918205', '001-1391820-5', 'mi cédula es 00113918205', 'CEDULA: 001-1391820-5', '001 1391820 5'])('"%s"', text => {
    expect(valuesOf('cedula', text, inSpanish)).toEqual([{ cedula: '001-1391820-5', valid: true }])
  })

  test('a wrong check digit is told when it is plainly meant as one', () => {
    expect(valuesOf('cedula', '001-1391820-4', inSpanish)).toEqual([{ cedula: '001-1391820-4', valid: false }])
    expect(valuesOf('cedula', 'cédula 00113918204', inSpanish)).toEqual([{ cedula: '001-1391820-4', valid: false }])
    expect(valuesOf('cedula', '00113918204', inSpanish)).toEqual([])
  })
})

describe('RNC', () => {
  test.each(['101850043', '1-01-85004-3', 'RNC 101850043', 'el rnc es: 1-01-85004-3'])('"%s"', text => {
    expect(valuesOf('rnc', text, inSpanish)).toEqual([{ rnc: '1-01-85004-3', valid: true }])
  })

  test('a wrong check digit is told when it is plainly meant as one', () => {
    expect(valuesOf('rnc', 'RNC 101850042', inSpanish)).toEqual([{ rnc: '1-01-85004-2', valid: false }])
    expect(valuesOf('rnc', '101850042', inSpanish)).toEqual([])
  })
})

describe('passport', () => {
  test.each([
    ['mi pasaporte es SC1234567', 'SC1234567'],
    ['Pasaporte No. ab123456', 'AB123456'],
    ['pasaporte 123456789', '123456789'],
    ['RD1234567', 'RD1234567'],
  ])('"%s" is %s', (text, passport) => expect(valuesOf('passport', text, inSpanish)).toEqual([{ passport }]))

  test('in English', () => {
    expect(valuesOf('passport', 'passport number AB123456', inEnglish)).toEqual([{ passport: 'AB123456' }])
  })

  test.each(['perdí mi pasaporte ayer', 'pasaporte vencido', 'AB123456'])('"%s" holds none', text => {
    expect(valuesOf('passport', text, inSpanish)).toEqual([])
  })
})

describe('card', () => {
  test.each([
    ['4111 1111 1111 1111', 'visa', '1111', '•••• •••• •••• 1111'],
    ['4111111111111111', 'visa', '1111', '•••• •••• •••• 1111'],
    ['4111-1111-1111-1111', 'visa', '1111', '•••• •••• •••• 1111'],
    ['5555 5555 5555 4444', 'mastercard', '4444', '•••• •••• •••• 4444'],
    ['2223003122003222', 'mastercard', '3222', '•••• •••• •••• 3222'],
    ['3782 822463 10005', 'amex', '0005', '•••• •••• ••• 0005'],
    ['6011111111111117', 'discover', '1117', '•••• •••• •••• 1117'],
    ['30569309025904', 'diners', '5904', '•••• •••• •• 5904'],
    ['3530111333300000', 'jcb', '0000', '•••• •••• •••• 0000'],
  ])('"%s" is a %s ending in %s', (text, brand, last4, masked) => {
    expect(valuesOf('card', text, inSpanish)).toEqual([{ brand, last4, masked }])
  })

  test.each(['4111 1111 1111 1112', '1234567890123456', '4111 1111 1111', '9111111111111111'])('"%s" is none', text => {
    expect(valuesOf('card', text, inSpanish)).toEqual([])
  })

  test('its value holds nothing from which the number could be restored', () => {
    const [found] = recognise('mi tarjeta 4111 1111 1111 1111', inSpanish)
    expect(Object.values(found!.value).join('').replace(/\D/g, '')).toBe('11111111')
  })

  test('a text is kept with its cards masked', () => {
    const text = 'pago con 4111 1111 1111 1111 o con 5555555555554444, gracias'
    expect(withoutCards(text, recognise(text, inSpanish))).toBe('pago con •••• •••• •••• 1111 o con •••• •••• •••• 4444, gracias')
  })

  test('is not taken for a telephone number or an order code', () => {
    expect(spansOf('pedido con tarjeta 4111 1111 1111 1111', inSpanish)).toEqual(['card: 4111 1111 1111 1111'])
  })
})

describe('telephone', () => {
  test.each([
    ['809-555-1234', '+18095551234'],
    ['(829) 555-1234', '+18295551234'],
    ['8495551234', '+18495551234'],
    ['809 555 1234', '+18095551234'],
    ['809.555.1234', '+18095551234'],
    ['+1 809 555 1234', '+18095551234'],
    ['1-800-555-0199', '+18005550199'],
    ['+34 612 345 678', '+34612345678'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['tel:8095551234', '+18095551234'],
    ['llámame al 809 555 1234 a las 5 pm', '+18095551234'],
  ])('"%s" is %s', (text, phone) => expect(valuesOf('phone', text, inSpanish)).toEqual([{ phone }]))

  test('is read as people in the tenant’s country dial it', () => {
    expect(valuesOf('phone', '612 34 56 78', { ...inSpanish, country: 'ES' })).toEqual([{ phone: '+34612345678' }])
    expect(valuesOf('phone', '612 34 56 78', inSpanish)).toEqual([])
    expect(valuesOf('phone', '612 34 56 78', { ...inSpanish, country: 'nowhere' })).toEqual([])
  })

  test.each(['123-456', '000-000-0000', '555-1234', '2026-11-26', '12345678901234567890'])('"%s" is none', text => {
    expect(valuesOf('phone', text, inSpanish)).toEqual([])
  })
})

describe('e-mail', () => {
  test.each([
    ['escríbeme a Ana.Perez+citas@Correo.com.do.', 'ana.perez+citas@correo.com.do'],
    ['(ana_maria@mi-tienda.do)', 'ana_maria@mi-tienda.do'],
    ['correo:ana@correo.do;gracias', 'ana@correo.do'],
    ["'o'neil@mail.com'", "o'neil@mail.com"],
  ])('"%s" holds %s', (text, email) => expect(valuesOf('email', text, inSpanish)).toEqual([{ email }]))

  test.each(['@usuario', 'a@b', 'ana@', 'ana@@correo.com', 'precio @ 500', 'ana@-x.com'])('"%s" holds none', text => {
    expect(valuesOf('email', text, inSpanish)).toEqual([])
  })
})

describe('web address', () => {
  test.each([
    ['mira https://botpro.do/precios?a=1#b, por favor', 'https://botpro.do/precios?a=1#b'],
    ['(http://ejemplo.com/a_(b))', 'http://ejemplo.com/a_(b)'],
    ['www.ejemplo.com.do.', 'https://www.ejemplo.com.do'],
    ['entra a Ejemplo.com/Ofertas', 'https://ejemplo.com/Ofertas'],
    ['botpro.do', 'https://botpro.do'],
    ['https://ejemplo.com/', 'https://ejemplo.com/'],
  ])('"%s" holds %s', (text, url) => expect(valuesOf('url', text, inSpanish)).toEqual([{ url }]))

  test.each(['gracias.es que no', 'hola.que tal', 'https://', 'fin.', 'e.g. this', 'ana@correo.com', 'archivo.pdf'])('"%s" holds none', text => {
    expect(valuesOf('url', text, inSpanish)).toEqual([])
  })
})

describe('order code', () => {
  test.each([
    ['pedido 12345', { code: '12345', label: 'pedido' }],
    ['el número de pedido es el 123456', { code: '123456', label: 'pedido' }],
    ['orden #A-1029', { code: 'A-1029', label: 'orden' }],
    ['la factura b0100000123', { code: 'B0100000123', label: 'factura' }],
    ['caso-2231', { code: '2231', label: 'caso' }],
    ['#12345', { code: '12345' }],
    ['ORD-2026-00123', { code: 'ORD-2026-00123' }],
    ['tracking: 1Z999AA10123456784', { code: '1Z999AA10123456784', label: 'tracking' }],
  ])('"%s"', (text, value) => expect(valuesOf('orderCode', text, inSpanish)).toEqual([value]))

  test.each(['mi pedido no llegó', 'pedido 300 pesos', 'pedido 2 pizzas', 'COVID-19', 'hola-mundo', 'una orden de 3'])('"%s" holds none', text => {
    expect(valuesOf('orderCode', text, inSpanish)).toEqual([])
  })

  test('in English', () => {
    expect(valuesOf('orderCode', 'my order number is 99-1234', inEnglish)).toEqual([{ code: '99-1234', label: 'order' }])
  })
})
