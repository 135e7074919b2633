import { useI18n } from 'vue-i18n'

/** Why something could not be read, in words; a code that has none yet is told by what developers read. */
export function useProblemWords() {
  const { t, te } = useI18n()
  return ({ code, message }: { code: string; message: string }) =>
    (te(`sources.problem.${code}`) ? t(`sources.problem.${code}`) : message)
}
