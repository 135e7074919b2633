import { mergeEntities } from './entity-merge.ts'
import type { Language } from '../language/index.ts'
import { ListedFinder } from './lists/listed-finder.ts'
import type { EntityType, FoundEntity } from './model.ts'
import { recognisedIn, type RecognisingContext } from './recognised-entities.ts'
import type { SlotLabeller } from './slots/slot-labeller.ts'

export interface EntityReaderParts {
  types: readonly EntityType[]
  /** Of each language in which examples mark entities. */
  slots: Partial<Record<Language, SlotLabeller>>
  /** Whether a folded word is surely what its writer meant, hence no slip for a listed name. */
  isKnown?: (word: string, language: Language) => boolean
}

export interface EntityContext extends RecognisingContext {
  /** What the text may mean, which tells what may occur in it. */
  intents: readonly { intent: string, probability: number }[]
}

/** Finds entities in all three ways: as learnt from marks, in closed lists, and by recognisers. */
export class EntityReader {
  readonly parts: EntityReaderParts
  private readonly finders = new Map<Language, ListedFinder>()

  constructor(parts: EntityReaderParts) {
    this.parts = parts
  }

  read(text: string, context: EntityContext): FoundEntity[] {
    const recognised = recognisedIn(text, context)
    return mergeEntities({ recognised, listed: this.listed(text, context.language), learned: this.learned(text, context, recognised) })
  }

  private learned(text: string, { language, intents }: EntityContext, recognised: readonly FoundEntity[]): FoundEntity[] {
    const { slots } = this.parts
    const labeller = slots[language] ?? Object.values(slots)[0]
    if (!labeller) return []
    const found = labeller.labelSlots(text, {
      intents: intents.map(({ intent, probability }) => ({ intent, share: probability })),
      hints: recognised.map(({ start, end, entity }) => ({ start, end, kind: entity })),
    })
    return found.map(slot => ({ ...slot, value: slot.text, source: 'LEARNED' }))
  }

  private listed(text: string, language: Language): FoundEntity[] {
    if (!this.parts.types.some(type => type.values?.length)) return []
    const isKnown = (word: string) => this.parts.isKnown?.(word, language) ?? false
    return this.finderIn(language).findListed(text, { isKnown }).map(({ score, ...found }) => ({ ...found, confidence: score, source: 'LIST' }))
  }

  private finderIn(language: Language): ListedFinder {
    let finder = this.finders.get(language)
    if (!finder) this.finders.set(language, finder = new ListedFinder(this.parts.types.map(({ name, values = [] }) => ({ entity: name, values })), language))
    return finder
  }
}
