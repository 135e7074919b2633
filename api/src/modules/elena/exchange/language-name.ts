import { type Language, languages } from '../../language/index.ts'

const names: Record<string, Language> = {
  spanish: 'es', español: 'es', espanol: 'es', castellano: 'es', esp: 'es', spa: 'es', english: 'en', inglés: 'en', ingles: 'en', eng: 'en',
}

/** The language that a file names ("es", "es-DO", "en_US", "Spanish"); undefined where ELENA does not know it. */
export function languageNamed(name: string): Language | undefined {
  const small = name.trim().toLowerCase()
  if (Object.hasOwn(names, small)) return names[small]
  const code = small.split(/[-_]/)[0]
  return languages.find(language => language === code)
}
