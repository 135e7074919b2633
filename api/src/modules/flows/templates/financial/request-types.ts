import { t } from '../build/index.ts'
import type { TemplateRequestType } from '../template.ts'

export const requestTypes: TemplateRequestType[] = [
  { key: 'savings_account', name: t('Cuenta de ahorros', 'Savings account') },
]
