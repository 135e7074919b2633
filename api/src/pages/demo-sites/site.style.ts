/** What the sites share: measures, and the bar above them. Colours and faces are each site's own. */
export const siteStyle = `
:root { color-scheme: light }
* { box-sizing: border-box }
html { scroll-behavior: smooth }
body { margin: 0; font: 16px/1.6 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; -webkit-font-smoothing: antialiased }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0 }
h1, h2, h3 { line-height: 1.15; text-wrap: balance }
ul, ol { list-style: none }
a { color: inherit }
:focus-visible { outline: 3px solid currentColor; outline-offset: 3px }
.wrap { max-width: 72rem; margin: 0 auto; padding-inline: clamp(1rem, 4vw, 2rem) }
.grid { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(var(--least, 15rem), 100%), 1fr)) }
.icon { width: 1.6rem; height: 1.6rem; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round }
.demo-bar { display: flex; gap: 1rem; align-items: center; justify-content: space-between; background: #16161f; color: #d9d9e6; font-size: .8rem; line-height: 1.3; padding: .45rem clamp(1rem, 4vw, 2rem); text-align: center }
.demo-bar a { white-space: nowrap; padding: .25rem 0; color: #fff }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } * { transition: none !important } }
`
