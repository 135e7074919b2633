// Runs before the first paint, so that a dark screen does not flash white. No inline script: the CSP forbids it.
// Assets are kept for ever: a change needs another number.
var chosen = localStorage.getItem('botpro-color-mode')
var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.classList.toggle('dark', dark)
