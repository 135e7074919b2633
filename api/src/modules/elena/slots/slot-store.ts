import { languages } from '../../language/index.ts'
import { Gazetteer, type Mentions } from './gazetteer.ts'
import { columnCount } from './label-columns.ts'
import { ByteReader, ByteWriter } from './packed-bytes.ts'
import type { LabelWeights, SlotModel } from './slot-model.ts'

const format = 'elena-slots-1'

/** A model as bytes, for `readSlots`. The same model is always the same bytes. */
export function writeSlots({ language, entities, labels, chain, gazetteer }: SlotModel): Uint8Array {
  const writer = new ByteWriter()
  writer.text(format)
  writer.text(language)
  writer.number(entities.length)
  for (const entity of entities) writer.text(entity)
  writeLabels(labels, writer)
  for (const part of [chain.between, chain.within, chain.start, chain.end]) writer.floats(part)
  writeMentions(gazetteer.phrases, writer)
  writeMentions(gazetteer.stems, writer)
  return writer.done()
}

/** A model from the bytes of `writeSlots`. Throws an Error for any others. */
export function readSlots(bytes: Uint8Array): SlotModel {
  try {
    return readModel(new ByteReader(bytes))
  } catch (cause) {
    throw new Error('These bytes are no slot model', { cause })
  }
}

function readModel(reader: ByteReader): SlotModel {
  if (reader.text() !== format) throw new RangeError('Another format')
  const written = reader.text()
  const language = languages.find(each => each === written)
  if (!language) throw new RangeError('Another language')
  const entities = Array.from({ length: reader.number() }, () => reader.text())
  const labels = readLabels(reader, columnCount(entities.length))
  const [between, within, start, end] = [reader.floats(), reader.floats(), reader.floats(), reader.floats()]
  const places = entities.length + 1
  if (between.length !== places * places || within.length !== places * 4 || start.length !== places || end.length !== places) throw new RangeError('Not a chain')
  const gazetteer = new Gazetteer(readMentions(reader), readMentions(reader))
  if (!reader.isDone) throw new RangeError('Bytes are left over')
  return { language, entities, labels, chain: { places, between, within, start, end }, gazetteer }
}

function writeLabels({ keys, starts, labels, weights, unit }: LabelWeights, writer: ByteWriter): void {
  writer.ascending(keys)
  for (let feature = 0; feature < keys.length; feature++) writer.ascending(labels.subarray(starts[feature]!, starts[feature + 1]!))
  writer.raw(new Uint8Array(weights.buffer, weights.byteOffset, weights.length))
  writer.floats(Float32Array.of(unit))
}

function readLabels(reader: ByteReader, columns: number): LabelWeights {
  const keys = reader.ascending()
  const starts = new Uint32Array(keys.length + 1)
  const labels: number[] = []
  for (let feature = 0; feature < keys.length; feature++) {
    let column = 0
    for (let left = reader.number(); left > 0; left--) {
      column += reader.number()
      if (column >= columns) throw new RangeError('Not a label')
      labels.push(column)
    }
    starts[feature + 1] = labels.length
  }
  const weights = new Int8Array(reader.raw(labels.length).slice().buffer)
  return { keys, starts, labels: Uint16Array.from(labels), weights, unit: reader.floats()[0]! }
}

function writeMentions(mentions: ReadonlyMap<number, Mentions>, writer: ByteWriter): void {
  const keys = Uint32Array.from(mentions.keys()).sort()
  writer.ascending(keys)
  for (const key of keys) {
    const { seen, types } = mentions.get(key)!
    writer.number(seen)
    writer.number(types.size)
    for (const [type, count] of types) {
      writer.number(type)
      writer.number(count)
    }
  }
}

function readMentions(reader: ByteReader): Map<number, Mentions> {
  const mentions = new Map<number, Mentions>()
  for (const key of reader.ascending()) {
    const seen = reader.number()
    const types = new Map<number, number>()
    for (let left = reader.number(); left > 0; left--) types.set(reader.number(), reader.number())
    mentions.set(key, { seen, types })
  }
  return mentions
}
