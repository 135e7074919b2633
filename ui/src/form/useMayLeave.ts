import { toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { useConfirm } from '../state/useConfirm.ts'

/** Asks whether what was typed may be thrown away, where something was. */
export function useMayLeave(isDirty: MaybeRefOrGetter<boolean>) {
  const confirm = useConfirm()
  const { t } = useI18n()
  return async () => !toValue(isDirty) || confirm({
    title: t('unsaved.title'), text: t('unsaved.text'), isDangerous: true, confirm: t('unsaved.leave'), cancel: t('unsaved.stay'),
  })
}
