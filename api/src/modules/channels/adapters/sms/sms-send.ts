import type { Line } from '../adapter.ts'
import type { OutgoingFile, OutgoingPart, SendOutcome } from '../outgoing.ts'
import { ProviderSilent } from '../provider-http.ts'
import { askTwilio, type TwilioAnswer } from './sms-api.ts'
import { bodyOf, type SmsRequest } from './sms-compose.ts'
import { failureOf, outcomeOfRefusal } from './sms-failures.ts'

export async function sendSms({ request }: OutgoingPart, files: readonly OutgoingFile[], line: Line): Promise<SendOutcome> {
  try {
    return outcomeOf(await askTwilio(line, '/Messages.json', formOf(request as SmsRequest, files, line)))
  } catch (error) {
    if (!(error instanceof ProviderSilent)) throw error
    const failure = { code: 'SILENT', message: error.message }
    return error.mayHaveArrived ? { kind: 'UNKNOWN', failure } : { kind: 'RETRY', scope: 'ACCOUNT', failure }
  }
}

/** The reference comes back in the address of each status: that is how a send whose answer was lost comes to light. */
function formOf(request: SmsRequest, files: readonly OutgoingFile[], { settings, webhookUrl }: Line) {
  const callback = new URL(webhookUrl)
  callback.searchParams.set('ref', request.reference)
  return {
    To: request.to,
    ...(settings.messagingServiceSid ? { MessagingServiceSid: settings.messagingServiceSid } : { From: settings.from ?? '' }),
    ...(request.files === 'MEDIA' ? { MediaUrl: files.map(({ url }) => url) } : { Body: bodyOf(request, files) }),
    StatusCallback: callback.toString(),
  }
}

function outcomeOf({ status, headers, json, code, said }: TwilioAnswer): SendOutcome {
  if (status < 200 || status > 299) return outcomeOfRefusal({ status, code, said, retryAfter: headers['retry-after'] })
  const { sid, error_code: errorCode } = json
  if (errorCode) return outcomeOfRefusal({ status: 400, code: String(errorCode) })
  if (typeof sid === 'string' && sid) return { kind: 'ACCEPTED', externalId: sid }
  return { kind: 'UNKNOWN', failure: failureOf(String(status), 'The answer names no message.') }
}
