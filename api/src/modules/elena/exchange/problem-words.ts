import type { ExchangeProblem, ExchangeProblemKey } from './model.ts'

export type ProblemCode = 'UNREADABLE' | 'NO_TEXT' | 'NO_INTENT' | 'BAD_NAME' | 'BAD_MARK' | 'TOO_LONG' | 'TOO_MANY' | 'CONFLICT' | 'UNSUPPORTED'

/** What integrators are told of a problem: a stable code, and a sentence for developers. */
const words: Record<ExchangeProblemKey, [code: ProblemCode, sentence: string]> = {
  fileTooLarge: ['TOO_LONG', 'The file is too large.'],
  formatUnknown: ['UNREADABLE', 'The format of the file is none that is known.'],
  fileEmpty: ['UNREADABLE', 'The file is empty.'],
  jsonBroken: ['UNREADABLE', 'The file is no valid JSON.'],
  tooDeep: ['UNREADABLE', 'The file is nested too deeply.'],
  yamlBroken: ['UNREADABLE', 'The file is no valid YAML.'],
  zipBroken: ['UNREADABLE', 'The file is no valid ZIP file.'],
  zipTooLarge: ['TOO_LONG', 'The ZIP file holds too much.'],
  nothingFound: ['UNREADABLE', 'There are no phrases in the file.'],
  shapeUnexpected: ['UNREADABLE', 'The file has not the shape of its format.'],
  tooManyExamples: ['TOO_MANY', 'The file has too many phrases; the rest is left out.'],
  tooManyProblems: ['TOO_MANY', 'There are more problems than can be told.'],
  decodedAsWindows1252: ['UNSUPPORTED', 'The file is no UTF-8 and was read as Windows-1252.'],
  lineBroken: ['UNREADABLE', 'This line cannot be read.'],
  itemBroken: ['UNREADABLE', 'This item cannot be read.'],
  textMissing: ['NO_TEXT', 'There is no text.'],
  textTooLong: ['TOO_LONG', 'The text is too long.'],
  intentMissing: ['NO_INTENT', 'There is no intent.'],
  intentTooLong: ['TOO_LONG', 'The name of the intent is too long.'],
  languageUnknown: ['UNSUPPORTED', 'The language is none that is known.'],
  templateIgnored: ['UNSUPPORTED', 'A template of words is no phrase; it is left out.'],
  aliasRefused: ['UNREADABLE', 'The YAML refers to itself too often.'],
  columnMissing: ['UNREADABLE', 'A column for the text or the intent is missing.'],
  markBroken: ['BAD_MARK', 'An entity is marked where it cannot be.'],
  marksOverlap: ['BAD_MARK', 'Two marks overlap.'],
  marksDisagree: ['BAD_MARK', 'A mark disagrees with the words under it.'],
  valueBroken: ['UNREADABLE', 'A value of an entity cannot be read.'],
  tooManyValues: ['TOO_MANY', 'An entity has too many values; the rest is left out.'],
  sectionIgnored: ['UNSUPPORTED', 'A section of the file has no place here.'],
  roleIgnored: ['UNSUPPORTED', 'Roles and groups of entities are left out.'],
  synonymWithoutEntity: ['UNSUPPORTED', 'A synonym belongs to no entity.'],
  intentWithoutExamples: ['UNSUPPORTED', 'An intent has no phrases.'],
  systemEntity: ['UNSUPPORTED', 'An entity of the other product’s own is recognised without being taught.'],
  regexIgnored: ['UNSUPPORTED', 'Regular expressions are left out.'],
  valuesLost: ['UNSUPPORTED', 'The format cannot say the values of an entity.'],
  markValueLost: ['UNSUPPORTED', 'The format cannot say the value of a mark.'],
  languageLost: ['UNSUPPORTED', 'The format cannot say the language of a phrase.'],
  entityLost: ['UNSUPPORTED', 'The format cannot say an entity.'],
  exampleLost: ['UNSUPPORTED', 'The format cannot say a phrase.'],
  synonymsShared: ['UNSUPPORTED', 'The format shares synonyms among entities.'],
  nameLost: ['UNSUPPORTED', 'The format cannot say a name as it is.'],
}

const longest = 100

/** A problem as the contract tells it. */
export function toldProblem({ key, line, path, params }: ExchangeProblem): ToldProblem {
  const [code, message] = words[key]
  const about = Object.values(params).map(String).join(' ') || path
  return { code, message, ...line !== undefined && { line }, ...about && { text: about.slice(0, longest).toWellFormed().replaceAll('\0', '') } }
}

export interface ToldProblem {
  line?: number
  code: ProblemCode
  /** English, for developers. */
  message: string
  /** What it is about, shortened. */
  text?: string
}
