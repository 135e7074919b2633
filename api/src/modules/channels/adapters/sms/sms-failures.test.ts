import { describe, expect, it } from 'vitest'
import { failureOf, outcomeOfRefusal } from './sms-failures.ts'

describe('What Twilio refuses', () => {
  it.each([
    [400, '21211', 'UNREACHABLE'], [400, '21614', 'UNREACHABLE'], [400, '21635', 'UNREACHABLE'], [400, '21408', 'UNREACHABLE'], [400, '21608', 'UNREACHABLE'],
    [400, '21610', 'OPTED_OUT'], [400, '21617', 'CONTENT'], [400, '21602', 'CONTENT'], [400, '99999', 'OTHER'],
  ])('with %i and %s is refused for good: %s', (status, code, because) => {
    expect(outcomeOfRefusal({ status, code })).toMatchObject({ kind: 'REFUSED', because, failure: { code } })
  })

  it.each([[401, '20003'], [400, '21659'], [400, '21703'], [403, undefined], [404, '20404'], [400, '30002']])('with %i and %s concerns the account', (status, code) => {
    expect(outcomeOfRefusal({ status, code })).toMatchObject({ kind: 'ACCOUNT_STOPPED' })
  })

  it('because of its own queues and limits may be tried later, after what it says', () => {
    expect(outcomeOfRefusal({ status: 429, code: '20429', retryAfter: '30' })).toMatchObject({ kind: 'RETRY', scope: 'ACCOUNT', afterMs: 30_000 })
    expect(outcomeOfRefusal({ status: 400, code: '21611', retryAfter: 'soon' })).not.toHaveProperty('afterMs')
    expect(outcomeOfRefusal({ status: 503, code: '21730' })).toMatchObject({ kind: 'RETRY' })
  })

  it('with an error of its own may have been taken', () => {
    expect(outcomeOfRefusal({ status: 500 })).toMatchObject({ kind: 'UNKNOWN' })
    expect(outcomeOfRefusal({ status: 503, code: '20503', said: 'Service unavailable' })).toMatchObject({ kind: 'UNKNOWN', failure: { message: 'Service unavailable' } })
  })

  it('is never without words', () => {
    expect(failureOf('12345')).toEqual({ code: '12345', message: 'Twilio gave no reason.' })
    expect(failureOf('30007', 'Carrier violation').message).toBe('The carrier filtered the message.')
  })
})
