export const demoPayStyle = `
:root{color-scheme:light dark;--ink:light-dark(#0f172a,#e2e8f0);--soft:light-dark(#475569,#a3b1c6);--line:light-dark(#e2e8f0,#253047);--brand:#4f46e5}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem 1rem;font:1rem/1.5 system-ui,sans-serif;background:light-dark(#f8fafc,#0b1120);color:var(--ink)}
main{width:100%;max-width:25rem}
.demo{margin:0 0 1rem;padding:.75rem 1rem;border-radius:.75rem;font-size:.875rem;background:light-dark(#fef3c7,#3a2a06);color:light-dark(#78350f,#fcd34d);border:1px solid light-dark(#fcd34d,#78500b)}
.demo strong{display:block}
.card{padding:1.75rem 1.5rem;border-radius:1rem;background:light-dark(#fff,#131c30);border:1px solid var(--line);box-shadow:0 1px 2px light-dark(#0f172a14,#0000)}
.company{margin:0;color:var(--soft);font-weight:500}
h1{margin:.25rem 0 1.25rem;font-size:2.25rem;line-height:1.2;font-weight:650;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
h1.words{margin:0 0 .5rem;font-size:1.35rem;letter-spacing:0}
.card>p:last-child{margin-bottom:0}
dl{margin:0 0 1.5rem;padding:1rem 0;border-block:1px solid var(--line);display:grid;gap:.5rem;font-size:.9375rem}
dl div{display:flex;gap:1rem;justify-content:space-between}
dt{color:var(--soft);flex:none}
dd{margin:0;text-align:end;overflow-wrap:anywhere}
form{display:grid;gap:.625rem}
button{font:inherit;font-weight:600;padding:.75rem 1rem;border-radius:.625rem;border:1px solid var(--brand);background:var(--brand);color:#fff;cursor:pointer}
button.quiet{background:none;color:var(--ink);border-color:light-dark(#cbd5e1,#3b4a66)}
button:hover{filter:brightness(.95)}
:focus-visible{outline:2px solid light-dark(#4f46e5,#a5b4fc);outline-offset:2px}
.until{margin:1rem 0 0;font-size:.8125rem;color:var(--soft);text-align:center}
.told{display:grid;gap:.25rem;padding:.875rem 1rem;border-radius:.625rem;background:light-dark(#f1f5f9,#1c2740)}
.told span{color:var(--soft);font-size:.9375rem}
.told.good{background:light-dark(#dcfce7,#0c2f1d)}
.told.good strong{color:light-dark(#166534,#86efac)}
.told.good span{color:light-dark(#166534,#bbf7d0)}
.language{text-align:center;font-size:.875rem;margin:1rem 0 0}
a{color:light-dark(#4338ca,#a5b4fc)}`
