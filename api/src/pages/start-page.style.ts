export const startStyle = `
:root { color-scheme: light dark; --bg: #fbfbfd; --panel: #fff; --line: #e4e4ec; --text: #1b1b29; --soft: #5b5b72; --mark: #4f46e5; --wash: #eef0ff }
@media (prefers-color-scheme: dark) { :root { --bg: #101018; --panel: #181823; --line: #2b2b3a; --text: #eeeef6; --soft: #a5a5bb; --mark: #a5b4fc; --wash: #22223a } }
* { box-sizing: border-box }
body { margin: 0; background: var(--bg); color: var(--text); font: 16px/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; -webkit-font-smoothing: antialiased }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem }
header { display: flex; align-items: center; justify-content: space-between; padding-block: 1.25rem }
.brand { display: flex; align-items: center; gap: .6rem; margin: 0; font-weight: 650; font-size: 1.1rem }
.brand svg { width: 1.9rem }
.language { color: var(--soft); font-size: .9rem; padding: .4rem 0 }
.hero { display: grid; align-items: center; gap: 2rem 3rem }
.talk { display: none }
@media (min-width: 56rem) { .hero { grid-template-columns: 1.35fr 1fr } .talk { display: grid; gap: .6rem; margin: clamp(1.5rem, 6vw, 4rem) 0 2.25rem; font-size: .95rem; line-height: 1.4 } }
.talk p { margin: 0; padding: .6rem .95rem; border-radius: 16px; max-width: 88%; width: fit-content; background: var(--panel); border: 1px solid var(--line); border-bottom-left-radius: 4px }
.talk .asks { justify-self: end; background: var(--mark); color: var(--bg); border-color: transparent; border-radius: 16px 16px 4px 16px }
.talk .fact { justify-self: center; border: 0; background: none; color: var(--soft); font-size: .82rem; padding: .1rem }
.talk small { display: block; color: var(--soft); font-size: .78rem }
h1 { font-size: clamp(1.75rem, 5.5vw, 2.9rem); line-height: 1.12; letter-spacing: -.025em; font-weight: 700; margin: clamp(1.5rem, 6vw, 4rem) 0 1rem; max-width: 17ch; text-wrap: balance }
.lead { color: var(--soft); font-size: 1.1rem; max-width: 38rem; margin: 0 0 2.25rem; text-wrap: pretty }
h2 { font-size: 1.2rem; letter-spacing: -.01em; margin: 3.25rem 0 .9rem }
h3 { font-size: .95rem; margin: 0 0 .6rem }
a { color: inherit }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 3px; border-radius: 6px }
.apps { display: grid; gap: .9rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)) }
.card, .site { display: grid; text-decoration: none; background: var(--panel); border: 1px solid var(--line); border-radius: 14px; transition: border-color .15s, translate .15s }
.card { padding: 1.2rem 1.25rem 1.3rem; gap: .15rem; align-content: start; justify-items: start }
.card:hover, .site:hover { border-color: var(--mark); translate: 0 -2px }
.card svg { width: 2.6rem; padding: .55rem; margin-bottom: .6rem; border-radius: 10px; background: var(--wash); color: var(--mark); fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round }
.card span, .site span { color: var(--soft); font-size: .93rem }
.sites { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)) }
.site { grid-template-columns: auto 1fr; column-gap: .8rem; padding: .85rem 1rem; align-items: center; line-height: 1.3; align-content: center }
.site i { grid-row: span 2; width: .55rem; height: 2.4rem; border-radius: 9px }
.site b { font-weight: 600 }
.accounts { display: grid; gap: 1.75rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); margin-top: 1.5rem }
.accounts section { border-top: 1px solid var(--line); padding-top: .9rem }
dl { margin: 0; display: grid; gap: .3rem }
dl div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; align-items: baseline }
dt { color: var(--soft); font-size: .9rem }
dd { margin: 0 }
code { font: .87rem/1.4 ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, monospace; background: var(--wash); border-radius: 6px; padding: .2rem .45rem; user-select: all; -webkit-user-select: all; white-space: nowrap }
@media (max-width: 26rem) { dl { gap: .6rem } dl div { display: block } dd code { display: inline-block } }
footer { color: var(--soft); font-size: .88rem; padding-block: 4rem 2rem }
@media (prefers-reduced-motion: reduce) { * { transition: none !important } }
`
