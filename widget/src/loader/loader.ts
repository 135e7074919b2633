import css from './loader.css?inline'
import type { ChatNews, LoaderCommand, LoaderState } from './protocol.ts'

type Run = (command: string, ...args: any[]) => void

const page = window as typeof window & { botpro?: Run & { q?: Iterable<unknown>[]; isReady?: boolean } }
const script = (document.currentScript ?? document.querySelector('[data-site-key]')) as HTMLScriptElement
const { siteKey, color, side, language = document.documentElement.lang || navigator.language } = script.dataset
const host = new URL(script.src).origin
const key = `botpro:${siteKey}`
// The link of a campaign that led here: the chat opens with it.
const ref = /bp_ref=\w+|$/.exec(location.search)![0]
const listeners: [event: string, listener: (detail?: unknown) => void][] = []

const WORDS = [['Abrir chat', 'Cerrar chat', 'sin leer'], ['Open chat', 'Close chat', 'unread']]
const ICONS = ['M21 12a8 8 0 0 1-8 8H4l1.7-3.4A8 8 0 1 1 21 12', 'm6 9 6 6 6-6']

let state: Partial<LoaderState> = {}
let isOpen = false
let identity: string | null
let frame: HTMLIFrameElement | undefined
let chat: Window | null

const root = document.createElement('div')
const shadow = root.attachShadow({ mode: 'open' })
shadow.innerHTML = '<button aria-haspopup=dialog><svg viewBox="0 0 24 24"></svg><b></b></button>'
const button = shadow.firstChild as HTMLButtonElement
const [svg, badge] = button.children as unknown as [SVGElement, HTMLElement]

const emit = (event: string, detail?: unknown) =>
  listeners.forEach(([wanted, listener]) => wanted === event && listener(detail))
const tell = (command: LoaderCommand) => chat?.postMessage(command, host)

/** Black or white, whichever reads better on the colour. */
function textOn(hex: string) {
  const part = (weight: number, at: number) => weight * (parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2
  return part(0.2126, 1) + part(0.7152, 3) + part(0.0722, 5) > 0.179 ? '#000' : '#fff'
}

function draw() {
  const background = color || state.color || '#3f3cbb'
  const words = WORDS[+/^en/i.test(state.language || language)]!
  const unread = isOpen ? 0 : state.unread
  button.style.cssText = `background:${background};color:${textOn(background)}`
  svg.innerHTML = `<path d="${ICONS[+isOpen]}"/>`
  badge.textContent = (unread! > 9 ? '9+' : unread || '') as string
  button.ariaLabel = words[+isOpen]! + (unread ? `, ${unread} ${words[2]}` : '')
  button.ariaExpanded = `${isOpen}`
  for (const { classList } of shadow.children) {
    classList.toggle('left', /left/i.test(side || state.side!))
    classList.toggle('open', isOpen)
  }
}

/** On phones the frame fills what the keyboard leaves, and the page below stands still. */
function fit() {
  const { height, offsetTop } = visualViewport!
  const isFull = isOpen && innerWidth <= 480
  document.documentElement.style.overflow = isFull ? 'hidden' : ''
  if (frame) frame.style.cssText = isFull ? `height:${height}px;top:${offsetTop}px` : ''
}

function load() {
  if (frame) return
  frame = document.createElement('iframe')
  frame.src = `${host}/widget/chat/${siteKey}?${ref}`
  frame.title = 'Chat'
  frame.onload = () => {
    chat = frame!.contentWindow
    tell({ botpro: 'hello', isOpen, language, color, identity })
  }
  shadow.append(frame)
}

function show(next: boolean) {
  if (next === isOpen) return
  load()
  // Laid out once while closed, or it would not glide in.
  frame!.offsetTop
  isOpen = next
  draw()
  fit()
  tell({ botpro: 'show', isOpen })
  ;(isOpen ? frame! : button).focus()
  emit(isOpen ? 'open' : 'close')
}

const commands: Record<string, (...args: any[]) => void> = {
  open: () => show(true),
  close: () => show(false),
  toggle: () => show(!isOpen),
  identify(jwt) {
    identity = jwt || null
    tell({ botpro: 'identify', identity })
  },
  on: (...listener) => listeners.push(listener as never),
}
const run: Run = (command, ...args) => commands[command]?.(...args)

function update(next: LoaderState) {
  if (next.unread !== state.unread) emit('unread', next.unread)
  state = next
  // What hides the launcher below a full screen waits until the chat can be closed from inside.
  button.className = 'ready'
  draw()
  try {
    localStorage[key] = JSON.stringify(state)
  } catch {}
}

function hear({ source, origin, data }: MessageEvent<ChatNews>) {
  if (source !== chat || origin !== host) return
  if (data.botpro === 'state') update(data)
  else if (data.botpro === 'close') show(false)
  else emit(data.botpro)
}

async function start() {
  try {
    state = JSON.parse(localStorage[key])
  } catch {
    state = await fetch(`${host}/widget/look/${siteKey}`).then(answer => answer.json()).catch(() => state)
  }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets = [sheet]
  draw()
  document.body.append(root)
  if (ref) show(true)
  if (state.isOngoing) load()
}

// A page that carries the script twice gets one chat.
if (!page.botpro?.isReady) {
  for (const args of page.botpro?.q ?? []) run(...(args as [string]))
  page.botpro = Object.assign(run, { isReady: true })
  button.onclick = () => show(!isOpen)
  addEventListener('message', hear)
  visualViewport!.onresize = fit
  if (document.body) start()
  else addEventListener('DOMContentLoaded', start)
}
