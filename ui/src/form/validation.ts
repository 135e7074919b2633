import type { FormError } from '@nuxt/ui'

type Texts = (key: string, named?: Record<string, unknown>) => string
export type { FormError }

/** Checks that need no server, in words. `name` is the field of the form. */
export function createChecks(t: Texts) {
  const error = (name: string, message: string): FormError[] => [{ name, message }]
  return {
    required: (name: string, value: string | undefined | null) =>
      value?.trim() ? [] : error(name, t('field.required')),
    email: (name: string, value: string) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? [] : error(name, t('field.email')),
    atMost: (name: string, value: string, max: number) =>
      value.length <= max ? [] : error(name, t('field.tooLong', { max })),
  }
}
