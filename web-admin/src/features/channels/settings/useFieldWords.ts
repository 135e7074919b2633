import { useI18n } from 'vue-i18n'
import type { ChannelKind } from '../../../contract/graphql.ts'

/** The words of a field: those of its kind, or those that it has wherever it comes. One that has none shows its name. */
export function useFieldWords() {
  const { t, te } = useI18n()
  const keyOf = (kind: ChannelKind, name: string, part: string) =>
    [`fields.${kind}.${name}.${part}`, `fields.ANY.${name}.${part}`].find(key => te(key))
  const wordsOf = (kind: ChannelKind, name: string, part: string) => {
    const key = keyOf(kind, name, part)
    return key ? t(key) : undefined
  }
  return {
    label: (kind: ChannelKind, name: string) => wordsOf(kind, name, 'label') ?? name,
    help: (kind: ChannelKind, name: string) => wordsOf(kind, name, 'help'),
    placeholder: (kind: ChannelKind, name: string) => wordsOf(kind, name, 'placeholder'),
    choice: (kind: ChannelKind, name: string, choice: string) => wordsOf(kind, name, `choice.${choice}`) ?? choice,
  }
}
