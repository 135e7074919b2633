export { codeOf, languageOfCode } from '../language/index.ts'
