/* What helps at the current pair, beside the rows: asked for when the keys rest, shown when it comes. */

const HELP_KEYS = [
  [["h"], "show or hide what helps: comments, terms, segments corrected before, history"],
  [["Shift h"], "go into it; ↑ ↓ choose, Enter takes, Esc comes back"],
  [[";"], "comment on the pair"],
  [["g"], "put what is selected on the glossary"],
  [["i"], "apply your last correction to the next segment that it fits"],
  [["Shift i"], "leave that segment as it is"],
]
const HELP_ACTS = {
  h: (screen) => screen.toggleHelp(),
  H: (screen) => screen.enterHelp(),
  ";": (screen) => screen.startComment(),
  g: (screen) => screen.askTerm(),
  i: (screen) => screen.carryNext(),
  I: (screen) => screen.leaveNext(),
}
const HELP_SHOWN = "mtreview|help"
/** Milliseconds without a key before the panel asks for another pair. */
const ASK_AFTER = 220
/** Milliseconds after which it asks again while the articles are still being read. */
const READ_AFTER = 1500
/** What was saved and changes what helps. */
const TELLING = ["correct", "carry", "comment", "status", "dismiss", "restore", "term", "rule", "repair"]

/** A text in pieces, with what was removed struck through and what was added underlined. */
function piecesOf(pieces, attributes) {
  const tags = { removed: "del", added: "ins" }
  return make("div", { class: "mtr-pieces", ...attributes }, ...pieces.map(([kind, text]) => (tags[kind] ? make(tags[kind], {}, text) : text)))
}

/** When something was done: the time of today, else the day. */
function whenOf(at) {
  const then = new Date(at)
  const today = then.toDateString() === new Date().toDateString()
  return today ? then.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) : then.toLocaleDateString([], { day: "numeric", month: "short", year: "numeric" })
}

function signedBy(by, at) {
  return make("span", { class: "mtr-signed" }, make("b", {}, make("bdi", {}, by || "you")), at && make("time", { datetime: at, title: new Date(at).toLocaleString() }, whenOf(at)))
}

function whereOf(unit, current) {
  return make("span", { class: "mtr-where" }, unit.article === current ? `pair ${unit.number}` : make("bdi", {}, unit.title), unit.article === current ? null : ` · pair ${unit.number}`)
}

/** A button that does not take the focus out of an open editor when it is clicked. */
function takeButton(label, done, ...children) {
  return button(label, { class: "mtr-take", mousedown: (event) => event.preventDefault(), click: done }, ...children)
}

function helpSection(name, title, ...children) {
  return make("section", { class: `mtr-help-part mtr-help-${name}` }, make("h2", {}, title), ...children)
}

function termLine(screen, row, term) {
  const [start, end] = term.place.map((point) => unitAt(row.source, point))
  const found = row.source.slice(start, end)
  const element = () => screen.elements.get(row.id)
  const shown = () => light("mtr-word", [rangeIn(textsOf(element()).source, start, end)].filter(Boolean))
  const forms = term.preferred.map((form) => takeButton(`Put “${form}” into the translation`, () => screen.putTerm(row.id, term, form), make("bdi", {}, form)))
  return make(
    "li",
    { class: `mtr-term${term.rendered ? "" : " mtr-unrendered"}`, mouseenter: shown, mouseleave: () => light("mtr-word", []) },
    make("div", { class: "mtr-term-head" }, make("bdi", { class: "mtr-term-source" }, found), term.rendered ? make("span", { class: "mtr-ok", title: "The translation uses it" }, icon("approved")) : make("span", { class: "mtr-tag" }, "not used")),
    make("div", { class: "mtr-forms" }, ...forms),
    term.forbidden.length > 0 && make("div", { class: "mtr-small" }, "not ", ...term.forbidden.flatMap((form, at) => [at ? ", " : "", make("s", {}, make("bdi", {}, form))])),
    term.note && make("div", { class: "mtr-small", dir: "auto" }, term.note),
  )
}

function matchLine(screen, row, match) {
  const { source, target } = screen.data
  return make(
    "li",
    { class: "mtr-match" },
    make("div", { class: "mtr-match-head" }, make("span", { class: "mtr-similarity", title: "How like the source is" }, match.similarity === 1 ? "same" : percent(match.similarity)), whereOf(match, screen.data.article.id)),
    match.similarity < 1 && piecesOf(match.source, { dir: source.dir, lang: source.lang }),
    takeButton("Take this translation into the editor", () => screen.takeText(row.id, match.text), make("span", { dir: target.dir, lang: target.lang }, match.text)),
    match.by ? signedBy(match.by, match.at) : make("span", { class: "mtr-signed" }, match.status),
  )
}

function versionLine(screen, row, version) {
  const restorable = version.text !== null && version.text !== row.text
  return make(
    "li",
    { class: "mtr-version-line" },
    make("div", { class: "mtr-match-head" }, signedBy(version.by, version.at), make("span", { class: "mtr-small", dir: "auto" }, version.said)),
    version.pieces.length > 0 && piecesOf(version.pieces, { dir: screen.data.target.dir, lang: screen.data.target.lang }),
    restorable && takeButton("Make this the translation again", () => screen.bringBack(row.id, version.text), "Bring this text back"),
  )
}

function originLine(screen, row, versions) {
  if (!versions.some((version) => version.text !== null)) return null
  const back = row.original !== row.text && takeButton("Make the machine's text the translation again", () => screen.bringBack(row.id, row.original), "Bring this text back")
  return make("li", { class: "mtr-version-line" }, make("div", { class: "mtr-match-head" }, make("span", { class: "mtr-signed" }, make("b", {}, screen.data.article.system)), make("span", { class: "mtr-small" }, "translated")), back)
}

/** The parts of the panel that are asked for; they are of the pair that the answer is of. */
function helpParts(screen, row, help) {
  const list = (lines) => make("ul", {}, ...lines)
  return [
    help.terms.length > 0 && helpSection("terms", "Terms", list(help.terms.map((term) => termLine(screen, row, term)))),
    help.matches.length > 0 && helpSection("matches", "Corrected before", list(help.matches.map((match) => matchLine(screen, row, match)))),
    help.recurring.length > 0 && helpSection("recurring", "Corrected again and again", list(help.recurring.map((each) => recurringLine(screen, row, each)))),
    help.versions.length > 0 && helpSection("history", "History", list([...help.versions.map((version) => versionLine(screen, row, version)), originLine(screen, row, help.versions)].filter(Boolean))),
  ].filter(Boolean)
}

const HELPING = {
  buildHelp() {
    this.helpShown = this.outbox.storage?.getItem(HELP_SHOWN) === "shown"
    this.corrected = ""
    this.correctedAt = 0
    this.left = new Set()
    this.epoch = 0
    this.known = null
    this.commenting = commentForm(this)
    this.helpOffers = make("div", { class: "mtr-help-offers" })
    this.helpHead = make("div", { class: "mtr-help-head" })
    this.helpThreads = make("div", { class: "mtr-threads" })
    this.helpBody = make("div", { class: "mtr-help-body", "aria-live": "polite" })
    const close = button("Hide what helps (h)", { class: "mtr-act", click: () => this.toggleHelp(false) }, icon("dismiss"))
    this.helpPane = make("aside", { class: "mtr-help-pane", "aria-label": "What helps", hidden: true }, make("div", { class: "mtr-help-bar" }, close), this.helpOffers, this.helpHead, helpSection("comments", "Comments", this.helpThreads, this.commenting.form), this.helpBody)
    this.helpPane.addEventListener("keydown", (event) => this.helpKey(event))
    this.helpToggle = button("Show or hide what helps at a pair (h)", { class: "mtr-help-toggle", "aria-expanded": "false", click: () => this.toggleHelp() })
    this.termDialog = termDialog(this)
    this.panes.append(this.helpPane)
  },

  toggleHelp(shown = !this.helpShown) {
    this.helpShown = shown
    try {
      this.outbox.storage?.setItem(HELP_SHOWN, shown ? "shown" : "hidden")
    } catch {
      // A browser that keeps nothing opens the panel anew.
    }
    if (!shown && this.helpPane.contains(document.activeElement)) this.elements.get(this.current)?.focus({ preventScroll: true })
    this.paintHelp()
    this.paintFocus()
    this.askSoon()
  },

  /** Ask what helps at the current pair when the keys have rested; the same is not asked twice. */
  askSoon() {
    clearTimeout(this.asking)
    if (!this.current || (!this.helpShown && !this.corrected)) return
    this.asking = setTimeout(() => {
      const wanted = `${this.current}|${this.corrected}|${this.epoch}`
      if (this.asked === wanted || !this.current) return
      this.asked = wanted
      document.dispatchEvent(new CustomEvent("mtr-ask", { detail: { pair: this.current, corrected: this.corrected, stamp: Date.now() } }))
    }, ASK_AFTER)
  },

  /** Take an answer. A line that has just opened has heard no question; a memory that is still being read is asked again. */
  takeHelp({ help, stamp }) {
    if (!stamp) this.asked = ""
    if (!stamp || !help) return this.askSoon()
    this.known = help
    if (!help.fresh) {
      this.epoch += 1
      setTimeout(() => this.askSoon(), READ_AFTER)
    }
    return this.rows && this.paintHelp()
  },

  /** Something that was saved may help now. */
  hasSaved(op) {
    if (!TELLING.includes(op)) return
    this.epoch += 1
    this.askSoon()
  },

  /** What Python says helps at the current pair; null while that is not known. */
  helpNow() {
    return this.known?.pair === this.current ? this.known : null
  },

  paintHelp() {
    this.root.classList.toggle("mtr-helped", this.helpShown)
    this.helpPane.hidden = !this.helpShown
    this.paintToggle()
    const row = this.row(this.current)
    if (!this.helpShown || !row) return
    const help = this.helpNow()
    const signature = JSON.stringify([row.id, row.number, row.text, row.threads, help?.stamp, this.offers().map((offer) => offer.pair), this.corrected, this.carriedOver().length])
    if (this.helpPane.signature === signature) return
    this.helpPane.signature = signature
    const before = this.stopsOfHelp()
    const at = before.indexOf(document.activeElement)
    this.helpHead.textContent = `Pair ${row.number}`
    fillOffers(this, this.helpOffers)
    fillThreads(this, this.helpThreads, row)
    this.helpBody.replaceChildren(...(help ? helpParts(this, row, help) : []))
    if (help && !this.helpBody.childElementCount) this.helpBody.append(make("p", { class: "mtr-small mtr-help-none" }, "Nothing here yet: glossary terms, similar segments corrected before, and this pair's history appear as you work."))
    if (at >= 0 && !this.helpPane.contains(document.activeElement)) (stopLike(before, at, this.stopsOfHelp()) ?? this.elements.get(this.current)).focus({ preventScroll: true })
  },

  paintToggle() {
    const open = this.offers().length
    const signature = `${this.helpShown}|${open}`
    if (this.helpToggle.signature === signature) return
    this.helpToggle.signature = signature
    this.helpToggle.setAttribute("aria-expanded", String(this.helpShown))
    this.helpToggle.replaceChildren(icon("help"), "Context", ...(open ? [make("span", { class: "mtr-badge", title: `Your correction fits ${counted(open, "other segment")}` }, String(open))] : []))
  },

  /** What can be focused in the panel, in order. */
  stopsOfHelp() {
    return [...this.helpPane.querySelectorAll("button, textarea")].filter((each) => each.offsetParent !== null)
  },

  enterHelp() {
    if (!this.helpShown) this.toggleHelp(true)
    const takes = this.stopsOfHelp()
    ;(takes.find((each) => each.matches(".mtr-take")) ?? takes[0])?.focus()
  },

  helpKey(event) {
    if (isComposing(event)) return
    const inField = event.target.matches("textarea")
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by && !inField) {
      const stops = this.stopsOfHelp()
      stops[stops.indexOf(document.activeElement) + by]?.focus()
    } else if (event.key === "Escape") this.leaveHelp()
    else return
    event.preventDefault()
    event.stopPropagation()
  },

  /** Back to where one was writing or reading. */
  leaveHelp() {
    if (this.editing) this.editing.field.focus({ preventScroll: true })
    else this.elements.get(this.current)?.focus({ preventScroll: true })
  },

  /** Put a term where the cursor is; into a text that is not being written, where what it stands for is. */
  putTerm(pair, term, form) {
    const open = this.editing?.pair === pair
    const row = this.row(pair)
    const [from, to] = open ? [this.editing.field.selectionStart, this.editing.field.selectionEnd] : placeOfTerm(row, term)
    this.edit(pair)
    putInto(this.editing.field, form, from, to)
  },

  takeText(pair, text) {
    this.edit(pair)
    putInto(this.editing.field, text, 0, this.editing.field.value.length)
  },

  bringBack(pair, text) {
    if (this.editing?.pair === pair) return this.takeText(pair, text)
    this.correct(pair, text)
    return this.flash(pair)
  },
}

/** Where in the translation a term belongs: on a form that it forbids, or on what the aligner says stands for it. */
function placeOfTerm(row, term) {
  const lower = row.text.toLowerCase()
  for (const form of term.forbidden) {
    const at = lower.length === row.text.length ? lower.indexOf(form.toLowerCase()) : row.text.indexOf(form)
    if (at >= 0) return [at, at + form.length]
  }
  const [start, end] = term.place.map((point) => unitAt(row.source, point))
  return counterpartOf(row, "source", start, end) ?? [row.text.length, row.text.length]
}

/** What of the other side the aligner's words say stands for [start, end) of one, as [from, to); null where it is not known. */
function counterpartOf(row, side, start, end) {
  const other = side === "source" ? "target" : "source"
  const links = row.words.filter((link) => link[side][0] < end && link[side][1] > start)
  return links.length ? [Math.min(...links.map((link) => link[other][0])), Math.max(...links.map((link) => link[other][1]))] : null
}
