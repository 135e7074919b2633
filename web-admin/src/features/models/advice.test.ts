import { mountWithTexts } from '@botpro/ui/testing.ts'
import { expect, test } from 'vitest'
import { RouterLinkStub } from '@vue/test-utils'
import { readable, type Advice } from './advice.ts'
import models from './messages.en.ts'
import modelsEs from './messages.es.ts'
import ReportAdviceRow from './ReportAdviceRow.vue'

async function sentenceOf(advice: Partial<Advice>) {
  const props = {
    advice: { kind: 'TELL_APART', intent: 'bloquear_tarjeta', count: 1, phrases: [], __typename: 'EvaluationAdvice', ...advice } as Advice,
    linkTo: (intent: string) => `/intents/${intent}`,
  }
  const messages = { es: { models: modelsEs }, en: { models } }
  const wrapper = await mountWithTexts(ReportAdviceRow, messages, { props, global: { stubs: { RouterLink: RouterLinkStub, UButton: true } } } as never)
  return wrapper.find('p').text().replace(/\s+/g, ' ')
}

test.each<[Partial<Advice>, string]>([
  [{ kind: 'TELL_APART', otherIntent: 'tarjeta_perdida', count: 12 }, '12 frases de bloquear tarjeta se parecen a tarjeta perdida.'],
  [{ kind: 'TELL_APART', otherIntent: 'tarjeta_perdida', count: 1 }, '1 frase de bloquear tarjeta se parece a tarjeta perdida.'],
  [{ kind: 'ADD_PHRASES', count: 0 }, 'bloquear tarjeta no tiene frases.'],
  [{ kind: 'ADD_PHRASES', count: 4 }, 'bloquear tarjeta tiene 4 frases, y son pocas.'],
  [{ kind: 'ADD_IN_LANGUAGE', language: 'EN', count: 1 }, 'bloquear tarjeta tiene una sola frase en inglés.'],
  [{ kind: 'CHECK_PHRASES', otherIntent: 'saldo', count: 2 }, '2 frases de bloquear tarjeta parecen ser de saldo.'],
  [{ kind: 'TOO_LARGE', count: 240 }, 'bloquear tarjeta tiene 240 frases, muchas más que las demás.'],
])('%o is said in a sentence', async (advice, sentence) => {
  expect(await sentenceOf(advice)).toBe(sentence)
})

test('the name of an intent is read as words', () => {
  expect(readable('bloquear_tarjeta_de_credito')).toBe('bloquear tarjeta de credito')
})
