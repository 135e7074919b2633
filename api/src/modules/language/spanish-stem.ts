// After the Spanish stemmer of Snowball (snowballstem.org, BSD), on words without accents, since customers leave them
// out: there "operacion" and "operación" are one word already, which Snowball's own suffixes, written with accents, are not.

const vowel = /[aeiou]/

const longestFirst = (suffixes: string): string[] => suffixes.split(' ').sort((a, b) => b.length - a.length)

const pronouns = longestFirst('me se sela selo selas selos la le lo las les los nos melo mela melos melas telo tela')
const beforePronoun = longestFirst('iendo ando ar er ir')
const derivations = longestFirst(`anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas
  amiento amientos imiento imientos adora ador acion adoras adores aciones ante antes ancia ancias logia logias ucion uciones
  encia encias amente mente idad idades iva ivo ivas ivos`.replace(/\s+/g, ' '))
const verbEndings = longestFirst(`arian arias aran aras ariais aria areis ariamos aremos aramos ara are erian erias eran eras
  eriais eria ereis eriamos eremos era ere irian irias iran iras iriais iria ireis iriamos iremos ira ire aba ada ida ia
  iera ad ed id ase iese aste iste an aban ian aran ieran asen iesen aron ieron ado ido ando iendo io ar er ir as abas adas
  idas ias aras ieras ases ieses is ais abais iais arais ierais aseis ieseis asteis isteis ados idos amos abamos iamos imos
  aramos ieramos iesemos asemos en es emos`.replace(/\s+/g, ' '))

/** Where the region after the first consonant that follows a vowel begins, from `from` on. */
function regionAfterVowel(word: string, from: number): number {
  let at = from
  while (at < word.length && !vowel.test(word[at]!)) at++
  while (at < word.length && vowel.test(word[at]!)) at++
  return at + 1
}

/** Snowball's RV: what verb endings may take. */
function verbRegion(word: string): number {
  if (word.length < 3) return word.length
  if (!vowel.test(word[1]!)) return nextAfter(word, 2, true)
  return vowel.test(word[0]!) ? nextAfter(word, 2, false) : 3
}

function nextAfter(word: string, from: number, wanted: boolean): number {
  for (let at = from; at < word.length; at++) if (vowel.test(word[at]!) === wanted) return at + 1
  return word.length
}

const endingOf = (word: string, endings: string[], region: number): string | undefined =>
  endings.find(ending => word.endsWith(ending) && word.length - ending.length >= region)

const without = (word: string, ending: string) => word.slice(0, word.length - ending.length)

function withoutPronoun(word: string, region: number): string {
  const pronoun = endingOf(word, pronouns, region)
  if (!pronoun) return word
  const verb = without(word, pronoun)
  return endingOf(verb, beforePronoun, region) ? verb : word
}

function withoutDerivation(word: string): string {
  const second = regionAfterVowel(word, regionAfterVowel(word, 0))
  const ending = endingOf(word, derivations, second)
  if (!ending) return word
  const base = without(word, ending)
  return base.endsWith('ic') && base.length - 2 >= second ? base.slice(0, -2) : base
}

function withoutVerbEnding(word: string, region: number): string {
  const ending = endingOf(word, verbEndings, region)
  return ending ? without(word, ending) : word
}

function withoutResidue(word: string, region: number): string {
  const ending = endingOf(word, ['os', 'a', 'o', 'i', 'e'], region)
  return ending ? without(word, ending) : word
}

/** One letter for one sound: pagar, pague; vez, veces; bloquear, bloqueo. */
const sameSound = (stem: string) => stem.replace(/que?$/, 'c').replace(/gue?$/, 'g').replace(/z$/, 'c')

/** The stem of a folded Spanish word (small letters, no accents). Not a word itself: only equality means something. */
export function stemSpanish(word: string): string {
  if (word.length < 4) return word.replace(/z$/, 'c')
  const region = verbRegion(word)
  const bare = withoutPronoun(word, region)
  const derived = withoutDerivation(bare)
  const verb = derived === bare ? withoutVerbEnding(bare, region) : derived
  return sameSound(withoutResidue(verb, region))
}
