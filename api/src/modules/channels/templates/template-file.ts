import { isId } from '../../../platform/ids.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Capabilities } from '../adapters/adapter.ts'
import type { TemplateComponent } from '../adapters/outgoing.ts'
import { gapsOf, type TemplateValues } from './template-text.ts'

interface GivenFile {
  mediaType: string
  size: number
}

const DOCUMENT = /^(?!image\/|video\/|audio\/)/
const KINDS: Readonly<Record<string, RegExp>> = { IMAGE: /^image\//, VIDEO: /^video\//, DOCUMENT }

/** Ids of the files that gaps were filled with. What is no id is nobody's file. */
export const fileIdsIn = (components: readonly TemplateComponent[], values: TemplateValues): string[] =>
  gapsOf(components).filter(({ isFile }) => isFile).map(({ name }) => (values[name] ?? '').trim()).filter(isId)

/** Whether the file above the text is there, and one that the template and the channel take; `field` is the gap. */
export function fileRefusal(components: readonly TemplateComponent[], [file]: readonly GivenFile[], { files }: Pick<Capabilities, 'files'>): InvalidInput | undefined {
  const gap = gapsOf(components).find(({ isFile }) => isFile)
  if (!gap) return undefined
  if (!file) return new InvalidInput(gap.name, 'Upload a file for it.')
  const format = components.find(({ type }) => type === 'HEADER')?.format ?? ''
  const taken = files.filter(({ types }) => types.some(type => isOf(type, file.mediaType)))
  if (!KINDS[format]?.test(file.mediaType) || taken.length === 0) return new InvalidInput(gap.name, `The template takes no ${file.mediaType}: it needs a file of the kind ${format}.`)
  const max = Math.max(...taken.map(({ maxBytes }) => maxBytes))
  return file.size > max ? new InvalidInput(gap.name, `The file has more than ${max} bytes.`) : undefined
}

const isOf = (type: string, mediaType: string) => type === '*/*' || type === mediaType || (type.endsWith('/*') && mediaType.startsWith(type.slice(0, -1)))
