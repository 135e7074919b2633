import { secretTokens } from '../../platform/secret-token.ts'

export const { make: newApiKeyToken, isOne: isApiKeyToken } = secretTokens('bpk_live_')
