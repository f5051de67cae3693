/* The article as its readers will see it; Streamlit calls the default export on every change of the data. */

const READERS = new WeakMap()
const GRAVITY = ["neutral", "minor", "major", "critical"]
const STATES = { unreviewed: "Unreviewed", "in work": "In work", corrected: "Corrected", approved: "Approved", question: "In question" }

const READER_KEYS = [
  [["j", "k"], "next, previous paragraph"],
  [["n", "p"], "next, previous problem"],
  [["Enter"], "to this place on the Review page"],
  [["t"], "show or hide what was changed"],
  [["f"], "show or hide the problems"],
  [["v", "Esc"], "back to the Review page"],
  [["?"], "show or hide these keys"],
]

const READER_ACTS = {
  j: (reader) => reader.stepParagraph(1),
  k: (reader) => reader.stepParagraph(-1),
  n: (reader) => reader.stepProblem(1),
  p: (reader) => reader.stepProblem(-1),
  Enter: (reader) => reader.go(),
  t: (reader) => reader.toggle("changes"),
  f: (reader) => reader.toggle("problems"),
  v: (reader) => reader.go(),
  Escape: (reader) => reader.go(),
  "?": (reader) => reader.help(),
}

class Reader {
  constructor(parent) {
    const asked = new URL(window.location.href).searchParams
    this.shown = { changes: asked.get("changes") === "on", problems: asked.get("problems") !== "off" }
    this.runs = []
    this.current = null
    this.build(parent)
    this.listen()
  }

  build(parent) {
    this.header = make("div", { class: "mtr-header mtr-reader-head" })
    this.text = make("article", { class: "mtr-article" })
    this.foot = make("div", { class: "mtr-foot", role: "status", "aria-live": "polite" })
    this.keys = this.keysDialog()
    this.root = make("div", { class: "mtr-screen mtr-reader" }, this.header, this.text, this.foot, this.keys)
    parent.append(this.root)
    this.paintShown()
  }

  listen() {
    const leaving = new AbortController()
    const on = (target, name, done, options = {}) => target.addEventListener(name, done, { ...options, signal: leaving.signal })
    on(document, "keydown", (event) => this.onKey(event), { capture: true })
    on(this.text, "click", (event) => this.onClick(event))
    this.end = () => leaving.abort()
  }

  update(data, setStateValue) {
    this.setStateValue = setStateValue
    const signature = JSON.stringify(data)
    if (signature === this.signature) return
    const came = this.signature === undefined
    this.signature = signature
    this.data = data
    this.fill()
    const wanted = this.byId.get(came ? data.pair : this.current?.id) ?? this.runs[0]
    if (wanted) this.goTo(wanted, { scroll: came && data.pair === wanted.id ? "center" : null })
  }

  fill() {
    const { lang, dir } = this.data.target
    this.text.lang = lang
    this.text.dir = dir
    this.paragraphs = this.data.blocks.map((block) => paragraphOf(block))
    this.runs = this.paragraphs.flatMap((paragraph) => paragraph.runs)
    this.runs.forEach((run, place) => (run.place = place))
    this.byId = new Map(this.runs.map((run) => [run.id, run]))
    this.stops = this.runs.flatMap((run) => run.problems.map((problem, at) => ({ run, problem, element: run.element.querySelector(`[data-problems~="${at}"]`) ?? run.element })))
    const none = make("p", { class: "mtr-none" }, "There is no text here yet.")
    this.text.replaceChildren(...(this.paragraphs.length ? this.paragraphs.map(({ element }) => element) : [none]))
    this.fillHeader()
  }

  fillHeader() {
    const { article, source, target, changed } = this.data
    const chip = (name, label, help, count) => button(help, { class: "mtr-chip", "data-name": name, click: () => this.toggle(name) }, label, make("span", { class: "mtr-chip-count" }, String(count)))
    const title = make("div", { class: "mtr-title" }, make("h1", { dir: "auto", title: article.title }, article.title), make("span", { class: "mtr-languages" }, `${source.name} → ${target.name}`, make("span", { class: "mtr-system" }, article.system)))
    const controls = make(
      "div",
      { class: "mtr-filters", role: "group", "aria-label": "What is shown" },
      chip("changes", "Tracked changes", "Show or hide what was changed (t)", changed),
      chip("problems", "Problems", "Show or hide the problems (f)", this.stops.length),
      make("span", { class: "mtr-steps" }, button("Previous problem (p)", { class: "mtr-act", click: () => this.stepProblem(-1) }, icon("before")), button("Next problem (n)", { class: "mtr-act", click: () => this.stepProblem(1) }, icon("after"))),
      button("Back to the Review page (v)", { class: "mtr-button mtr-back", click: () => this.go() }, "Review", key("v")),
      button("Show the keys (?)", { class: "mtr-help", click: () => this.help() }, "?"),
    )
    this.header.replaceChildren(title, controls)
    this.paintShown()
  }

  toggle(name) {
    this.shown[name] = !this.shown[name]
    this.paintShown()
    this.address({ changes: this.shown.changes ? "on" : null, problems: this.shown.problems ? null : "off" })
    this.current?.element.scrollIntoView({ block: "nearest" })
  }

  paintShown() {
    for (const [name, shown] of Object.entries(this.shown)) {
      this.root.classList.toggle(`mtr-with-${name}`, shown)
      this.header.querySelector(`[data-name="${name}"]`)?.setAttribute("aria-pressed", String(shown))
    }
  }

  /** Keep the place in the window's address, so that a reload or the browser's way back comes to it. */
  address(change) {
    const url = new URL(window.location.href)
    for (const [name, value] of Object.entries({ article: this.data.article.id, ...change })) {
      if (value === null) url.searchParams.delete(name)
      else url.searchParams.set(name, value)
    }
    if (url.href !== window.location.href) window.history.replaceState(window.history.state, "", url)
  }

  goTo(run, { scroll = "nearest", stop = null } = {}) {
    this.current?.element.classList.remove("mtr-current")
    this.current?.element.setAttribute("tabindex", "-1")
    this.current = run
    this.stop = stop
    run.element.classList.add("mtr-current")
    run.element.setAttribute("tabindex", "0")
    run.element.focus({ preventScroll: true })
    if (scroll) (stop?.element ?? run.element).scrollIntoView({ block: scroll })
    this.address({ pair: run.id })
    this.paintFoot()
  }

  paintFoot() {
    const { number, status, by, problems } = this.current
    const state = make("span", { class: "mtr-foot-state", "data-status": status }, icon(status), `${number} · ${STATES[status]}${by.length ? ` · changed by ${by.join(", ")}` : ""}`)
    const told = (this.stop ? [this.stop.problem] : problems).filter(({ kind }) => kind !== "question")
    const lines = told.map(({ severity, said }) => make("span", { class: "mtr-foot-problem" }, make("span", { class: `mtr-severity mtr-${severity}` }, severity), make("bdi", {}, said)))
    const hint = make("span", { class: "mtr-foot-hint" }, key("Enter"), "review it")
    this.foot.replaceChildren(state, ...(this.shown.problems ? lines : []), hint)
  }

  /** Where the keys start from: the current place as long as it is seen, else the first paragraph that is. */
  start() {
    const top = this.header.getBoundingClientRect().bottom
    const seen = ({ element }) => element.getBoundingClientRect().bottom > top && element.getBoundingClientRect().top < window.innerHeight
    if (this.current && seen(this.current)) return this.current
    return this.paragraphs.find(seen)?.runs[0] ?? this.current ?? this.runs[0]
  }

  stepParagraph(by) {
    const from = this.start()
    const at = this.paragraphs.findIndex(({ runs }) => runs.includes(from))
    const next = this.paragraphs[from === this.current ? at + by : at]
    if (next) this.goTo(next.runs[0])
  }

  stepProblem(by) {
    if (!this.stops.length) return
    if (!this.shown.problems) this.toggle("problems")
    const from = this.start()
    const held = this.stop && from === this.current ? this.stops.indexOf(this.stop) : -1
    const ahead = by > 0 ? this.stops.findIndex(({ run }) => run.place >= from.place) : this.stops.findLastIndex(({ run }) => run.place < from.place)
    const next = this.stops[held >= 0 ? held + by : ahead]
    if (next) this.goTo(next.run, { stop: next })
  }

  /** To a pair on the Review page; Python knows the way, since another page is another script. */
  go(run = this.start()) {
    if (run) this.setStateValue("going", { pair: run.id, search: window.location.search, stamp: Date.now() })
  }

  onClick(event) {
    const run = this.byId.get(event.target.closest(".mtr-run")?.dataset.pair)
    if (!run || String(window.getSelection())) return
    this.goTo(run, { scroll: null })
    this.go(run)
  }

  onKey(event) {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return
    const at = event.target instanceof Element ? event.target : document.body
    if (at.closest("input, textarea, select, [contenteditable='true'], [role='dialog'], [role='listbox'], [role='menu']") || document.querySelector("dialog[open], [role='dialog'], [data-testid='stDialog']")) return
    if (event.key === "Enter" && at.closest("button, a, summary, [role='button'], [role='tab']")) return
    const act = this.data && READER_ACTS[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act(this)
  }

  help() {
    if (this.keys.open) this.keys.close()
    else this.keys.showModal()
  }

  keysDialog() {
    const lines = READER_KEYS.flatMap(([keys, meaning]) => [make("dt", {}, ...keys.map(key)), make("dd", {}, meaning)])
    const close = button("Close", { class: "mtr-button", click: () => dialog.close() }, "Close", key("Esc"))
    const dialog = make("dialog", { class: "mtr-dialog", "aria-label": "Keys" }, make("h2", {}, "Keys"), make("dl", {}, ...lines), close)
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "?") dialog.close()
      event.stopPropagation()
    })
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close())
    return dialog
  }
}

const TAGS = { headline: "h2", heading: "h3", entry: "p", text: "p" }

function paragraphOf(block) {
  const runs = block.runs.map(runOf)
  const classes = ["mtr-block", `mtr-as-${block.role}`, block.tight && "mtr-tight", block.gone && "mtr-gone"]
  const element = make(TAGS[block.role], { class: classes.filter(Boolean).join(" ") }, ...runs.flatMap(({ element: run, tail }) => [run, tail]))
  return { element, runs }
}

function gravest(problems) {
  return GRAVITY[Math.max(...problems.map(({ severity }) => GRAVITY.indexOf(severity)))]
}

function runOf(run) {
  const { pieces, problems, whole } = run
  const about = whole.map((at) => problems[at])
  const sign = about.length ? [signOf(about, whole)] : []
  const classes = ["mtr-run", about.length && `mtr-whole mtr-${gravest(about)}`]
  const element = make("span", { class: classes.filter(Boolean).join(" "), "data-pair": run.id, role: "link", tabindex: "-1" }, ...sign, ...pieces.map((piece) => pieceOf(piece, problems)))
  return { ...run, element }
}

/** The sign before a pair that has a problem as a whole; drawn by the style sheet, so that it is no part of the text. */
function signOf(problems, numbers) {
  const said = problems.map((problem) => problem.said)
  const sign = problems.some(({ kind }) => kind === "question") ? "?" : "!"
  return make("span", { class: `mtr-whole-sign mtr-${gravest(problems)}`, role: "img", "data-sign": sign, "data-problems": numbers.join(" "), "aria-label": said.join("; "), title: said.join("\n") })
}

function pieceOf(piece, problems) {
  if (typeof piece === "string") return piece
  const [kind, text, by, over] = piece
  const who = by.length ? by.join(", ") : null
  const wrapped = over.length ? markOf(kind, text, over.map((at) => problems[at]), over) : text
  if (kind === "removed") return make("del", { title: who && `Removed by ${who}`, class: text.trim() ? null : "mtr-blank" }, wrapped)
  if (kind === "added") return make("ins", { title: who && `Added by ${who}`, class: text.trim() ? null : "mtr-blank" }, wrapped)
  return wrapped
}

function markOf(kind, text, problems, numbers) {
  const worst = gravest(problems)
  const [top] = (problems.find(({ severity }) => severity === worst)?.category ?? "").split("/")
  const classes = ["mtr-mark", `mtr-${worst}`, `mtr-of-${top.replaceAll(/[^a-z]/g, "")}`, kind === "place" && "mtr-place"]
  return make("mark", { class: classes.filter(Boolean).join(" "), "data-problems": numbers.join(" "), title: problems.map(({ said }) => said).join("\n") }, text)
}

export default function ({ data, parentElement, setStateValue }) {
  if (!READERS.has(parentElement)) READERS.set(parentElement, new Reader(parentElement))
  const reader = READERS.get(parentElement)
  reader.update(data, setStateValue)
  return () => {
    reader.end()
    reader.root.remove()
    READERS.delete(parentElement)
  }
}
