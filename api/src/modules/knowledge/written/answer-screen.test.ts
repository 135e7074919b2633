import { describe, expect, test } from 'vitest'
import { confidenceFor } from './answer-prompt.ts'
import { screened } from './answer-screen.ts'
import type { Ground } from './ground.ts'

const ground = (number: number, title: string, text: string, language: Ground['language'] = 'ES'): Ground =>
  ({ number, title, text, language, faqId: null, passageId: null, said: { text, source: null } })

const GROUNDS = [
  ground(1, 'Horario', 'Abrimos de lunes a viernes de 9:00 a. m. a 6:00 p. m. Los sábados, hasta la 1:00 p. m. Los domingos no abrimos.'),
  ground(2, 'Devoluciones', 'Devoluciones. Puede devolver un artículo dentro de los 30 días con su factura. El reembolso tarda cinco días hábiles y no tiene costo.'),
  ground(3, 'Envíos', 'El envío a Santiago cuesta RD$ 250. Escriba a envios@tienda.example.com o llame al 809-555-0142; más en https://tienda.example.com/envios'),
  ground(4, 'Warranty', 'Every appliance has a warranty of two years. Bring the appliance and the invoice to our workshop in Santo Domingo.', 'EN'),
]
const confidence = confidenceFor('ES')
const screen = (answer: string, ...citations: unknown[]) => screened(JSON.stringify({ answer, citations }), GROUNDS, confidence)

describe('an answer that its passages bear out is said', () => {
  const good: [string, number[]][] = [
    ['Abrimos de lunes a viernes de 9:00 a. m. a 6:00 p. m.', [1]],
    ['Los sábados abrimos hasta la 1:00 p. m. y los domingos no abrimos.', [1]],
    ['Sí, puede devolver el artículo dentro de los 30 días con la factura.', [2]],
    ['El reembolso tarda 5 días hábiles y no tiene costo.', [2]],
    ['El envío a Santiago cuesta RD$250.', [3]],
    ['El envío a Santiago cuesta 250 pesos; puede llamar al 809 555 0142.', [3]],
    ['Escriba a envios@tienda.example.com.', [3]],
    ['Puede ver más en https://tienda.example.com/envios.', [3]],
    ['Every appliance has a two years warranty.', [4]],
    ['Con mucho gusto. Los domingos no abrimos. ¿Le puedo ayudar en algo más?', [1]],
    ['Gracias por escribirnos. Los domingos no abrimos. Quedamos a sus órdenes.', [1]],
    ['Of course, happy to help: every appliance has a warranty of two years. Let me know if you have further questions.', [4]],
    ['Puede devolver artículos dentro de los 30 días [2]. Los domingos no abrimos [1].', [1, 2]],
  ]
  test.each(good)('%s', (answer, citations) => {
    expect(screen(answer, ...citations)).toMatchObject({ text: answer.replaceAll(/ \[\d\]/g, ''), cited: citations.map(number => ({ number })) })
  })

  test('also where a sentence or a block of code is put around it, or the numbers are texts', () => {
    const answer = 'Los domingos no abrimos.'
    expect(screened(`Claro:\n\`\`\`json\n{"answer": "${answer}", "citations": ["[1]"]}\n\`\`\``, GROUNDS, confidence)).toMatchObject({ text: answer })
  })
})

describe('what is not said to anybody', () => {
  const bad: [string, unknown[], string][] = [
    ['', [1], 'NOTHING_FITS'],
    ['Los domingos no abrimos.', [], 'WITHOUT_CITATION'],
    ['Los domingos no abrimos.', [9], 'WITHOUT_CITATION'],
    ['Los domingos no abrimos.', [1, 0], 'WITHOUT_CITATION'],
    ['Los domingos no abrimos.', ['todos'], 'WITHOUT_CITATION'],
    ['Los domingos no abrimos. '.repeat(60), [1], 'TOO_LONG'],
    ['Los domingos no abrimos ![x](https://evil.example/p.png)', [1], 'MARKUP'],
    ['Los <b>domingos</b> no abrimos', [1], 'MARKUP'],
    ['Los domingos no abrimos &lt;script&gt;', [1], 'MARKUP'],
    ['Los domingos no [abrimos](https://tienda.example.com/envios)', [1, 3], 'MARKUP'],
    ['Los domingos no\u200b abrimos', [1], 'MARKUP'],
    ['Los domingos no abrimos \u202Eomoc', [1], 'MARKUP'],
    ['Los domingos abrimos a las 8.', [1], 'FACT_OF_ITS_OWN'],
    ['Puede devolver dentro de los 60 días.', [2], 'FACT_OF_ITS_OWN'],
    ['Puede devolver dentro de los sesenta días.', [2], 'FACT_OF_ITS_OWN'],
    ['El envío cuesta 9 pesos.', [1, 3], 'FACT_OF_ITS_OWN'],
    ['El envío cuesta RD$ 30.', [2, 3], 'FACT_OF_ITS_OWN'],
    ['El envío a Santiago es gratis.', [3], 'FACT_OF_ITS_OWN'],
    ['Hay un descuento de 30 %.', [2], 'FACT_OF_ITS_OWN'],
    ['El envío a Santiago cuesta RD$ 250.', [2], 'FACT_OF_ITS_OWN'],
    ['Llame al 809-555-0143.', [3], 'FACT_OF_ITS_OWN'],
    ['Escriba a envios@tienda.example.com.evil.example', [3], 'FACT_OF_ITS_OWN'],
    ['Escriba a https://tienda.example.com.evil.example/envios', [3], 'FACT_OF_ITS_OWN'],
    ['Más en tienda punto com.', [3], 'FACT_OF_ITS_OWN'],
    ['Más en tienda[.]example', [3], 'FACT_OF_ITS_OWN'],
    ['Escriba a envios arroba tienda.', [3], 'FACT_OF_ITS_OWN'],
    ['Abrimos los miércoles de diciembre.', [1], 'FACT_OF_ITS_OWN'],
    ['Abrimos de lunes a viernes. PWNED', [1], 'NOT_GROUNDED'],
    ['Su reembolso fue aprobado por el gerente.', [2], 'NOT_GROUNDED'],
    ['Puede devolver el artículo. Además su cuenta fue bloqueada.', [2], 'NOT_GROUNDED'],
    ['El envío no cuesta RD$ 250.', [3], 'NOT_GROUNDED'],
    ['Ustedes son unos ladrones y estafadores.', [2], 'NOT_GROUNDED'],
  ]
  test.each(bad)('%s %j: %s', (answer, citations, refusal) => {
    expect(screen(answer, ...citations)).toBe(refusal)
  })

  const told = confidence.canary.slice(5)
  const repeated: Record<string, string> = {
    'the canary': confidence.canary, 'the fence': confidence.fence, 'the canary backwards': [...confidence.canary].reverse().join(''),
    'the canary letter by letter': [...told].join(' '), 'the canary in capitals with dashes': [...told.toUpperCase()].join('-'),
    'the canary as base64': Buffer.from(confidence.canary).toString('base64'), 'half the canary': told.slice(0, 14),
    'a rule': confidence.rules[3]!, 'the fence as base64url': Buffer.from(confidence.fence).toString('base64url'),
  }
  test.each(Object.entries(repeated))('%s is confidential, wherever it stands in the reply', (_what, words) => {
    expect(screen(`Los domingos no abrimos. ${words}`, 1)).toBe('RULES_REPEATED')
    expect(screened(JSON.stringify({ note: words, answer: 'Los domingos no abrimos.', citations: [1] }), GROUNDS, confidence)).toBe('RULES_REPEATED')
    expect(screened(words, GROUNDS, confidence)).toBe('RULES_REPEATED')
  })

  test.each(['', 'hola', '[]', '{"answer": 3, "citations": [1]}', '{"answer": "x"}', '{"answer": "x", "citations": 1}', '{'])('“%s” is not in the form', reply => {
    expect(screened(reply, GROUNDS, confidence)).toBe('NOT_IN_FORM')
  })
})

test('fence and canary are new for each question', () => {
  const [one, other] = [confidenceFor('ES'), confidenceFor('ES')]
  expect(one.fence).not.toBe(other.fence)
  expect(one.canary).not.toBe(other.canary)
})

test('a long hostile reply is judged before anybody grows tired', () => {
  for (const piece of ['a.', '1,', '[1', ' . com', '<', 'á ', '{"', '= ', '@a', '1 ', 'no\n']) {
    screened(JSON.stringify({ answer: piece.repeat(450), citations: [1] }), GROUNDS, confidence)
    screened(piece.repeat(100_000), GROUNDS, confidence)
    screened(piece.repeat(1_000_000), GROUNDS, confidence)
  }
})
