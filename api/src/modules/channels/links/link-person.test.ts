import { expect, test } from 'vitest'
import { isOpenedByPerson } from './link-person.ts'

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
const opened = (agent: string, { method = 'GET', ...headers }: Record<string, string> = {}) => isOpenedByPerson({ method, headers: { 'user-agent': agent, ...headers } })

test.each([
  ['a telephone', IPHONE],
  ['a computer', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'],
  ['the browser inside of Instagram', `${IPHONE.replace('Safari/604.1', '')}Instagram 340.0.0.1`],
  ['the browser inside of Facebook', 'Mozilla/5.0 (Linux; Android 14; SM-A546E; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/480.0.0.1;]'],
  ['a telephone whose name sounds like a robot', 'Mozilla/5.0 (Linux; Android 13; CUBOT X50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36'],
  ['an old Opera', 'Opera/9.80 (Android; Opera Mini/12.0) Presto/2.12 Version/12.16'],
])('%s is a person', (_, agent) => expect(opened(agent)).toBe(true))

test.each([
  ['the preview of WhatsApp', 'WhatsApp/2.23.20.0'], ['the preview of Facebook', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
  ['the preview of Telegram', 'TelegramBot (like TwitterBot)'], ['the preview of Slack', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
  ['a search engine', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'], ['a program', 'node'], ['another program', 'curl/8.5.0'], ['nobody in particular', ''],
  ['a browser that nobody sits at', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36'],
])('%s is not a person', (_, agent) => expect(opened(agent)).toBe(false))

test('a browser that only looks, or fetches in advance, has not opened it', () => {
  expect(opened(IPHONE, { method: 'HEAD' })).toBe(false)
  for (const header of ['sec-purpose', 'purpose', 'x-purpose', 'x-moz']) expect(opened(IPHONE, { [header]: 'prefetch' }), header).toBe(false)
  expect(opened(IPHONE, { 'sec-purpose': 'prefetch;prerender' })).toBe(false)
  expect(opened(IPHONE, { 'sec-purpose': 'something new' })).toBe(true)
})
