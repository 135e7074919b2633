// pdfmake 0.3 brings no types, and those that others made are of 0.2.
declare module 'pdfmake' {
  interface Pdf { getBuffer(): Promise<Buffer> }
  interface Fonts { [family: string]: { normal: string; bold: string; italics: string; bolditalics: string } }
  const pdfmake: {
    setFonts(fonts: Fonts): void
    setUrlAccessPolicy(mayFetch: (url: string) => boolean): void
    setLocalAccessPolicy(mayRead: (path: string) => boolean): void
    createPdf(definition: object, options?: { tableLayouts?: object }): Pdf
  }
  export default pdfmake
}
