import { expect, test } from 'vitest'
import { outgoing, outgoingFile } from '../../../../test/providers/messages.ts'
import { CannotSend } from '../adapters/adapter.ts'
import { whatsappAdapter } from '../adapters/whatsapp/whatsapp.adapter.ts'
import { composable, type Whole } from './composable.ts'

const line = { profile: whatsappAdapter.profiles[0]! } as Parameters<typeof whatsappAdapter.compose>[1]
const composed = (whole: Whole) => whatsappAdapter.compose({ ...whole, reference: 'r' }, line)
const slides = outgoingFile({ name: 'tarifas.odp', mediaType: 'application/vnd.oasis.opendocument.presentation', link: 'https://bot.example.test/f' })

test('what the bot shows and the channel does not take is told by its link', () => {
  const { files, text } = composable(outgoing({ text: 'Las tarifas', files: [slides] }), composed)
  expect({ files, text }).toEqual({ files: [], text: 'Las tarifas\ntarifas.odp\nhttps://bot.example.test/f' })
})

test('what it takes goes as it is, and what people send is theirs to see refused', () => {
  const [picture, byHand] = [outgoing({ files: [outgoingFile()] }), outgoing({ author: 'AGENT', files: [slides] })]
  expect(composable(picture, composed)).toBe(picture)
  expect(composable(byHand, composed)).toBe(byHand)
  expect(() => composed(byHand)).toThrow(CannotSend)
})
