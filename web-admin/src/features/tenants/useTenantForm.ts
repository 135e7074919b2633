import { createChecks, type FormError } from '@botpro/ui/form/validation.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { reactive, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { CreateTenantDocument, type CreateTenantInput } from '../../contract/graphql.ts'
import { isSlug, slugOf } from './slug.ts'

const emptyForm = () => ({
  name: '', slug: '', sector: 'RETAIL', institution: 'PRIVATE', timeZone: 'America/Santo_Domingo', language: 'ES',
  currency: 'USD', resellerId: undefined, ownerName: '', ownerEmail: '',
}) as CreateTenantInput

/** A company before it exists. The short name follows the name until somebody writes her own. */
export function useTenantForm() {
  const { t } = useI18n()
  const { change, busy } = useChange(CreateTenantDocument)
  const form = reactive(emptyForm())
  const refusals = ref<FormError[]>([])
  const { required, email } = createChecks(t)
  watch(() => form.name, (name, before) => { if (form.slug === slugOf(before)) form.slug = slugOf(name) })

  const validate = () => [
    ...required('name', form.name), ...required('ownerName', form.ownerName), ...email('ownerEmail', form.ownerEmail),
    ...(isSlug(form.slug) ? [] : [{ name: 'slug', message: t('tenants.form.slugWrong') }]),
  ]
  /** Resolves to the company, or to nothing: `refusals` then says why. */
  async function create() {
    refusals.value = []
    const result = (await change({ input: { ...form } }))?.createTenant
    if (result?.__typename === 'SlugTaken') refusals.value = [{ name: 'slug', message: t('tenants.form.slugTaken') }]
    if (result?.__typename === 'InvalidInput') refusals.value = [{ name: result.field, message: t('field.invalid') }]
    return result?.__typename === 'Tenant' ? result : undefined
  }
  return { form, validate, create, refusals, busy }
}
