import { partsOf } from '../../platform/breath.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Language } from '../../platform/language.ts'
import { InvalidInput } from '../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import { mayExport } from './elena.policy.ts'
import { entityTypeDetails } from './elena-input.ts'
import { writeExchange } from './exchange/exchange.ts'
import type { ExchangeFormat } from './exchange/model.ts'
import type { ToldProblem } from './exchange/problem-words.ts'
import { parsedFile } from './exchange-worker.ts'
import { importPlan, type Imported, type ImportPlan } from './exchange.plan.ts'
import { codeOf, languageOfCode } from './languages.ts'
import type { TrainingSet } from './model.ts'
import { packActions, sectorPacks } from './packs/sector-packs.ts'
import { insertPhrases, lockTeaching } from './phrase.store.ts'
import { trainingFile } from './training-file.store.ts'
import { trainingSetOf } from './training-set.store.ts'

const MAX_CONTENT = 200_000
const PROBLEMS_SHOWN = 200
const INTENTS_SHOWN = 500
const ROWS_AT_ONCE = 1000

/** As the contract names them. */
export type FileFormat = Exclude<ExchangeFormat, 'RASA'> | 'RASA_YAML'

const formatOf = (format: FileFormat): ExchangeFormat => format === 'RASA_YAML' ? 'RASA' : format

// A ZIP file comes as text, in Base64; so begins each of them.
const bytesOf = (content: string) => content.startsWith('UEsDB') ? Buffer.from(content, 'base64') : content

export interface TrainingSetImport {
  applied: boolean
  phrasesAdded: number
  duplicates: number
  conflicts: number
  intentsAdded: number
  entityTypesAdded: number
  intents: { name: string; isNew: boolean; phrasesAdded: number }[]
  problems: ToldProblem[]
  problemCount: number
}

export interface FileToImport {
  format: FileFormat
  /** The words themselves, or the id under which they were sent. */
  content?: string | null
  trainingFileId?: string | null
  language?: Language | null
  dryRun: boolean
}

export interface PackToStartFrom {
  packId: string
  languages?: Language[] | null
  intents?: string[] | null
  dryRun: boolean
}

/** Training sets that come from files and packs, and leave in files. */
export class ExchangeService {
  async import(unit: Unit, { format, language, dryRun, ...file }: FileToImport): Promise<TrainingSetImport | InvalidInput> {
    await lockTeaching(unit)
    const content = await contentOf(unit, file)
    if (content instanceof InvalidInput) return content
    const whole = { content: bytesOf(content), format: formatOf(format), ...language && { language: codeOf(language) } }
    return this.#take(unit, { ...await parsedFile(whole), origin: 'IMPORTED' }, dryRun)
  }

  async startFromPack(unit: Unit, { packId, languages, intents, dryRun }: PackToStartFrom): Promise<TrainingSetImport | InvalidInput> {
    await lockTeaching(unit)
    const pack = sectorPacks().get(packId)
    if (!pack) throw new NotFound('The pack')
    const unknown = intents?.find(name => !pack.phrases.some(({ intent }) => intent === name))
    if (unknown !== undefined) return new InvalidInput('intents', 'The pack has no such intent.')
    const codes = languages?.map(codeOf) ?? pack.languages
    const phrases = pack.phrases.filter(({ language, intent }) => codes.includes(language) && (intents?.includes(intent) ?? true))
    return this.#take(unit, { set: { examples: phrases }, problems: [], origin: 'PACK', actions: packActions }, dryRun)
  }

  async export(unit: ReadUnit, format: FileFormat): Promise<{ fileName: string; mediaType: string; content: string }> {
    if (!mayExport(unit.actor)) throw new Forbidden()
    const { fileName, mediaType, content } = writeExchange(await setToWrite(unit), formatOf(format))
    const written = typeof content === 'string' ? content : Buffer.from(content).toString('base64')
    return { fileName: fileName.replace('training-set', `elena-${unit.now.toISOString().slice(0, 10)}`), mediaType, content: written }
  }

  packs({ actor }: ReadUnit) {
    if (!mayExport(actor)) throw new Forbidden()
    return [...sectorPacks().values()].map(({ id, languages, phrases }) => ({
      id, languages: languages.map(languageOfCode), phraseCount: phrases.length,
      intents: [...Map.groupBy(phrases, phrase => phrase.intent)].map(([name, own]) => ({
        name, phraseCount: own.length, examples: languages.flatMap(language => own.find(phrase => phrase.language === language)?.text ?? []),
      })),
    }))
  }

  async #take(unit: Unit, imported: Imported, dryRun: boolean): Promise<TrainingSetImport> {
    const plan = await importPlan(unit, imported)
    if (!dryRun) await write(unit, plan, imported.origin)
    return told(plan, !dryRun)
  }
}

/** By intent, as people like to read it. */
async function setToWrite(unit: ReadUnit): Promise<TrainingSet> {
  const { examples, entities } = await trainingSetOf(unit)
  return { examples: examples.toSorted((one, other) => (one.intent < other.intent ? -1 : one.intent > other.intent ? 1 : 0)), entities }
}

async function contentOf(unit: Unit, { content, trainingFileId }: Pick<FileToImport, 'content' | 'trainingFileId'>): Promise<string | InvalidInput> {
  if ((content == null) === (trainingFileId == null)) return new InvalidInput('content', 'Either the content or a file that was sent.')
  if (content == null) return trainingFile(unit, trainingFileId!)
  return content.length > MAX_CONTENT ? new InvalidInput('content', `At most ${MAX_CONTENT} characters; send more as a file.`) : content
}

const INTENTS = `
  insert into intent (tenant_id, id, name, action, created_at)
  select $1, id, name, action, $2 from jsonb_to_recordset($3) as given (id uuid, name text, action text)`
const TYPES = `
  insert into entity_type (tenant_id, id, name, description, kind, "values", created_at)
  select $1, id, name, description, kind, "values", $2
  from jsonb_to_recordset($3) as given (id uuid, name text, description text, kind text, "values" jsonb)`

async function write(unit: Unit, { intents, entityTypes, phrases }: ImportPlan, origin: string) {
  const types = entityTypes.map(entityTypeDetails).filter(type => !(type instanceof InvalidInput)).map(type => ({ ...type, id: newId(unit.now) }))
  await unit.sql('import-intents', INTENTS, [unit.tenantId, unit.now, JSON.stringify(intents)])
  await unit.sql('import-entity-types', TYPES, [unit.tenantId, unit.now, JSON.stringify(types)])
  for (const part of partsOf(phrases, ROWS_AT_ONCE)) await insertPhrases(unit, part)
  if (!phrases.length && !types.length) return
  unit.audit({ action: 'training-set.imported', targetType: 'training-set', detail: { origin, phrases: phrases.length, intents: intents.length } })
}

function told({ phrases, intents, entityTypes, duplicates, conflicts, problems }: ImportPlan, applied: boolean): TrainingSetImport {
  const gained = Map.groupBy(phrases, phrase => phrase.intent)
  const names = [...new Set([...intents.map(({ name }) => name), ...gained.keys()])].sort()
  return {
    applied, duplicates, conflicts, phrasesAdded: phrases.length, intentsAdded: intents.length, entityTypesAdded: entityTypes.length,
    intents: names.slice(0, INTENTS_SHOWN).map(name =>
      ({ name, isNew: intents.some(intent => intent.name === name), phrasesAdded: gained.get(name)?.length ?? 0 })),
    problems: problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)).slice(0, PROBLEMS_SHOWN), problemCount: problems.length,
  }
}
