const BROWSERS: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]
const LONGEST = 60

/** Browser and system as they introduced themselves, short enough for a list of sessions. */
export function deviceOf(userAgent: string): string {
  const browser = BROWSERS.map(([form, name]) => [form.exec(userAgent), name] as const).find(
    ([match]) => match,
  )
  const system = SYSTEMS.find(([form]) => form.test(userAgent))?.[1]
  const known = [browser && `${browser[1]} ${browser[0]![1]}`, system].filter(Boolean).join(' · ')
  return known || userAgent.replace(/[^\x20-\x7e]/g, '').trim().slice(0, LONGEST) || '?'
}
