import { companies, DEMO_PASSWORD, demoOperator, demoReseller, signInsOf } from './sign-ins.ts'

const row = (name: string, ...rest: string[]) => [`  ${name.padEnd(40)}`, ...rest].join(' ')

/** What the start prints: where to go, and as whom. */
export const openLines = (url: string): string[] => [
  '',
  row('start page', `${url}/`),
  row('agents', `${url}/agent/`),
  row('administrators', `${url}/admin/`),
  row('API explorer', `${url}/explorer`),
  ...companies.map(({ profile }) => row(`site of ${profile.name}`, `${url}/demo/${profile.slug}`)),
  '',
  `demo sign-ins, all with the password ${DEMO_PASSWORD}`,
  row('operator', demoOperator.email),
  row(`reseller (${demoReseller.company})`, demoReseller.email),
  ...companies.map(company => row(company.profile.name, signInsOf(company).map(({ email }) => email).join('  '))),
  '',
]
