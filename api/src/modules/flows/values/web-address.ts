/** Whether an address is one that files are fetched from. */
export const isHttps = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:'

const MOST_CHARACTERS = 120

/** What a file at an address is called where nobody said: the end of its path, or the host. */
export function fileNameIn(url: string): string {
  const { pathname, hostname } = new URL(url)
  const last = pathname.split('/').findLast(Boolean) ?? hostname
  return decoded(last).slice(-MOST_CHARACTERS)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
