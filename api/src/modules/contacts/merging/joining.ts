import type { Unit } from '../../../platform/unit.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { wereTakenApart } from '../contact-address.queries.ts'
import type { Evidence } from './merge.entity.ts'
import type { MergeService } from './merge.service.ts'
import type { SuggestionService } from './suggestion.service.ts'

type Alike = Evidence & { id: string }

/** What channels vouch for joins contacts without asking anybody, unless somebody has taken them apart. */
export class Joining {
  readonly #merges: MergeService
  readonly #suggestions: SuggestionService

  constructor({ merges, suggestions }: { merges: MergeService; suggestions: SuggestionService }) {
    this.#merges = merges
    this.#suggestions = suggestions
  }

  /** The contact that all of them are now: the eldest. `own` is whose address it is already. */
  async gather(unit: Unit, own: string | null, alike: Alike[]): Promise<string | null> {
    let contactId = own ?? alike[0]?.id ?? null
    for (const other of alike) {
      if (contactId && other.id !== contactId) contactId = await this.#join(unit, contactId, other)
    }
    return contactId
  }

  async #join(unit: Unit, one: string, { id: other, kind, value }: Alike): Promise<string> {
    if (await wereTakenApart(unit, one, other)) {
      if (kind !== 'SAME_ADDRESS') await this.#suggestions.suggest(unit, one, [{ id: other, kind, value }])
      return one
    }
    const [contactId, absorbedId] = [one, other].toSorted() as [string, string]
    const joined = await this.#merges.join(unit, { contactId, absorbedId }, { kind, value })
    return joined instanceof Refusal ? one : contactId
  }
}
