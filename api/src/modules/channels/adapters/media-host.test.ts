import { describe, expect, it } from 'vitest'
import { isMediaHost } from './media-host.ts'
import sms from './sms/profile.json' with { type: 'json' }

const profile = { ...sms[0]!, baseUrl: 'https://api.twilio.com' }

describe('Files of a provider', () => {
  it.each(['https://api.twilio.com/a', 'https://media.twiliocdn.com/a', 'https://mcs.us1.twilio.com/a?b=c'])('are fetched from its hosts: %s', url =>
    expect(isMediaHost(url, profile)).toBe(true))

  it.each([
    'http://api.twilio.com/a', 'http://media.twiliocdn.com/a', 'https://twiliocdn.com.evil.example/a', 'https://eviltwilio.com/a', 'https://api.twilio.com@evil.example/a',
    'https://evil.example/api.twilio.com', 'https://user@api.twilio.com/a', 'https://api.twilio.com:8443/a', 'file:///etc/passwd', 'ftp://media.twiliocdn.com/a', '//api.twilio.com/a', '',
  ])('are fetched from nowhere else: %s', url => expect(isMediaHost(url, profile)).toBe(false))

  it('are fetched without TLS only where the provider itself is without, as on a developer’s machine', () => {
    expect(isMediaHost('http://127.0.0.1:4000/a', { ...profile, baseUrl: 'http://127.0.0.1:4000' })).toBe(true)
    expect(isMediaHost('http://127.0.0.1:5000/a', { ...profile, baseUrl: 'http://127.0.0.1:4000' })).toBe(false)
  })
})
