/** The API keeps where such pictures are under a name that no browser loads. */
export const hasRemoteImages = (html: string) => /\sdata-remote-src=["']https:/i.test(html)
