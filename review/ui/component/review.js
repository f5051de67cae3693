/* The review screen: one per place on the page; Streamlit calls the default export on every change of the data. */

const SCREENS = new WeakMap()
const RETRY_AFTER = 5000
/** Where one was writing when Streamlit took the screen away, as it does after a lost connection; and for how long, in ms, one is led back there. */
let left = null
const RETURN_WITHIN = 60000

class Screen {
  constructor(parent, data) {
    this.data = data
    this.path = window.location.pathname
    this.outbox = new Outbox(`mtreview|${data.place}|${data.reviewer}|`)
    this.views = new Map()
    this.rows = new Map()
    this.has = null
    this.elements = new Map()
    this.signatures = new Map()
    this.done = []
    this.current = null
    this.finding = null
    this.hovered = null
    this.byMouse = false
    this.wordsShown = false
    this.othersShown = false
    this.linksShown = false
    this.base = "machine"
    this.at = 0
    this.chosen = 0
    this.stops = []
    this.litLink = null
    this.litAt = null
    this.hits = []
    this.hitAt = 0
    this.walk = "pair"
    this.due = new Map()
    this.passed = new Map()
    this.told = null
    this.disputed = new Set()
    this.marking = null
    this.scoring = null
    this.profile = chosenProfile(data)
    this.mouseAt = ""
    this.editing = null
    this.arriving = { pair: data.view.pair }
    this.ahead = []
    this.savedAt = data.saved_at
    this.savedWhat = ""
    this.build(parent)
    this.listen()
  }

  build(parent) {
    this.saved = make("div", { class: "mtr-saved", role: "status", "aria-live": "polite" })
    this.saved.addEventListener("click", () => this.toConflict())
    this.head = make("div", {})
    this.search = searchBar(this)
    this.header = make("div", { class: "mtr-header" }, this.head, this.buildStranded(), this.search)
    this.list = make("div", { class: "mtr-rows", role: "list", "aria-label": "Pairs" })
    this.card = make("div", { class: "mtr-card", role: "group", "aria-label": "Finding or alignment", "aria-live": "polite", hidden: true })
    this.notice = make("div", { class: "mtr-notice", role: "status", "aria-live": "polite" })
    this.palette = make("div", { class: "mtr-palette", role: "group", "aria-label": "Mark an error", hidden: true })
    this.scale = make("div", { class: "mtr-palette", role: "group", "aria-label": "Score", hidden: true })
    this.bubble = selectionBubble(this)
    this.keys = helpDialog()
    this.sampling = sampleDialog()
    this.panes = make("div", { class: "mtr-panes" }, this.buildTree(), this.list)
    this.root = make("div", { class: "mtr-screen" }, this.header, this.panes, this.card, this.palette, this.scale, this.bubble, this.notice, this.keys, this.sampling)
    this.buildHelp()
    this.buildLegend()
    parent.append(this.root)
    this.measure = new ResizeObserver(() => this.root.style.setProperty("--mtr-head", `${this.header.offsetHeight}px`))
    this.measure.observe(this.header)
  }

  listen() {
    const leaving = new AbortController()
    const on = (target, name, done, options = {}) => target.addEventListener(name, done, { ...options, signal: leaving.signal })
    on(document, "keydown", (event) => onKey(this, event), { capture: true })
    on(document, "visibilitychange", () => document.hidden && this.send())
    on(window, "online", () => this.send())
    on(document, "mtr-help", (event) => this.takeHelp(event.detail))
    on(document, "mtr-pulse", (event) => this.hearPulse(event.detail))
    on(window, "offline", () => this.paintState())
    on(document, "pointerdown", (event) => this.clickBeside(event))
    this.mindLeaving(on)
    on(window, "popstate", () => this.revisit())
    on(window, "resize", () => this.paintFocus())
    for (const name of ["focusin", "focusout"]) on(this.root, name, () => this.rows && queueMicrotask(() => this.paintLegend()))
    on(window, "beforeunload", (event) => this.outbox.acts.length && !this.outbox.kept && event.preventDefault())
    on(this.list, "mousemove", (event) => this.lightWords(event))
    on(this.list, "mouseleave", () => this.lightWords(null))
    on(this.list, "mouseover", (event) => this.hasMoved(event) && this.hover(event.target.closest(".mtr-mark")))
    on(document, "mouseup", (event) => event.button === 0 && this.panes.contains(event.target) && this.offerMark())
    on(document, "selectionchange", () => window.getSelection().isCollapsed && (this.bubble.hidden = true))
    on(document, "mousemove", (event) => this.hasMoved(event))
    on(this.root, "mouseleave", () => this.hover(null))
    on(this.card, "mouseenter", () => clearTimeout(this.hovering))
    on(this.card, "mouseleave", () => this.hover(null))
    const clock = setInterval(() => this.tick(), 1000)
    leaving.signal.addEventListener("abort", () => clearInterval(clock))
    this.end = () => {
      const writing = this.editing ?? this.writtenOn()
      left = writing && { pair: writing.pair, place: this.data.place, caret: writing.field.selectionStart, at: Date.now() }
      this.closeEditing({ keep: true })
      // The next screen sends what waits here as it was kept; nothing may change it after that.
      for (const act of this.outbox.acts) delete act.held
      leaving.abort()
      this.measure.disconnect()
      for (const name of [...LIGHTS, "mtr-word", "mtr-hit", "mtr-hit-here"]) CSS.highlights?.delete(name)
    }
  }

  /** Take what Python says: rows, answers, counts. */
  update(data, setStateValue) {
    this.data = data
    this.setStateValue = setStateValue
    const shown = this.row(this.current) && this.pointedByKeys()
    for (const answer of this.outbox.answered(data.answers)) this.hear(answer)
    if (!this.takeRows(data)) return
    this.findAgain(shown)
    this.paint()
    this.arrive()
    this.sayLeft()
    this.sayNews(data)
    if (!this.isTurning()) this.catchUp()
    this.hearRealigned()
    this.hearGuess(data.guess)
    this.takeUp()
    if (!this.replayed && this.outbox.acts.length) this.send()
    this.replayed = true
    document.cookie = `mtreview_reviewer=${encodeURIComponent(data.reviewer)};path=/;max-age=31536000;samesite=lax`
  }

  /** Take the rows that have changed beside those that are here; where one is missing all are asked for. Whether none is. */
  takeRows({ ids, rows, has }) {
    const come = new Map(rows.map((row) => [row.id, { ...row, findings: row.findings.map((finding) => inUnits(finding, row)), words: row.words.map((link) => linkInUnits(link, row)), marks: row.marks.map((mark) => markInUnits(mark, row)), hits: hitsInUnits(row) }]))
    const taken = ids.map((id) => [id, come.get(id) ?? this.rows.get(id)])
    if (taken.some(([, row]) => row === undefined)) {
      this.tell("whole", { stamp: Date.now() })
      return false
    }
    this.rows = new Map(taken)
    this.has = has
    return true
  }

  /** Say something to Python, and which screen is here, so that it sends what has changed since. */
  tell(name, value) {
    this.setStateValue?.(name, { ...value, has: this.has })
  }

  /** Go on writing where one was when the screen was taken away. */
  takeUp() {
    const was = left
    left = null
    if (!was || was.place !== this.data.place || Date.now() - was.at > RETURN_WITHIN) return
    if (this.outbox.conflicts.get(was.pair)?.gone) this.writeOn(was.pair, was.caret)
    if (!this.row(was.pair)?.draft) return
    this.edit(was.pair)
    this.editing?.field.setSelectionRange(was.caret, was.caret)
  }

  hear(answer) {
    this.hearLeft(answer)
    if (answer.outcome === "saved") {
      this.savedAt = answer.at
      this.savedWhat = answer.op
      this.hasSaved(answer.op)
    } else if (answer.op === "comment" && answer.gone) this.hasLost(answer.sent)
    else if (answer.outcome === "refused") this.say(`Not saved: ${answer.reason}`)
    else if (!this.outbox.conflicts.has(answer.pair)) this.say("That pair has changed since; please look again")
    else {
      this.say("Not saved: somebody else saved that pair meanwhile")
      if (answer.pair !== this.current && this.disputed.has(answer.pair)) this.sayToo("Both texts are kept", "n", "goes there")
    }
  }

  /** Send every act that has no answer yet. */
  send() {
    this.sentAt = Date.now()
    const acts = this.outbox.ready()
    if (acts.length) this.tell("outbox", { acts, sent: this.sentAt })
    this.paintState()
  }

  tick() {
    if (this.ahead.length && !this.isTurning()) this.giveUp()
    if (this.outbox.acts.length && Date.now() - this.sentAt > RETRY_AFTER) this.send()
    else this.paintState()
    this.askNews()
  }

  row(id) {
    const known = this.rows.get(id)
    return known && folded(known, this.outbox.of(id))
  }

  arrive() {
    const wanted = this.arriving
    if (!wanted || this.isAwaited()) return
    this.arriving = null
    this.hitAt = 0
    const ids = [...this.rows.keys()]
    if (wanted.left && this.rows.has(wanted.pair)) this.due.set(wanted.pair, wanted.left)
    if (wanted.hit && this.hits.length) {
      this.hitAt = wanted.hit > 0 ? 0 : this.hits.length - 1
      return this.goToHit()
    }
    if (wanted.finding) return this.toFinding(wanted.finding, wanted.finding > 0 ? [-1] : [Infinity])
    const id = this.rows.has(wanted.pair) ? wanted.pair : wanted.last ? ids.at(-1) : ids[0]
    return id && this.goTo(id, null, { centre: id === wanted.pair && !wanted.near, stay: this.isBeside() })
  }

  /** A word on what was done; with `undo`, the key that takes it back beside it. */
  say(sentence, { undo = false } = {}) {
    this.notice.replaceChildren(sentence)
    if (undo) this.notice.append(make("span", { class: "mtr-undo" }, key("u"), " takes it back"))
    this.shut()
  }

  /** A word beside the last one: what else there is, and the key that leads there. */
  sayToo(sentence, name, meaning) {
    this.notice.append(make("span", { class: "mtr-too" }, sentence, make("span", { class: "mtr-undo" }, key(name), ` ${meaning}`)))
    this.shut()
  }

  /** Show what is said for a while. */
  shut() {
    this.placeNotice()
    clearTimeout(this.silence)
    this.silence = setTimeout(() => this.notice.replaceChildren(), 6000)
  }

  help() {
    if (this.keys.open) this.keys.close()
    else {
      this.keys.showModal()
      this.keys.scrollTop = 0
    }
  }
}
Object.assign(Screen.prototype, ACTS, FOCUS, WALK, NEWS, PAINTING, FILTERING, TREE, SEARCH, WORDS, RISK, OTHERS, LINKS, REALIGN, MARKS, MARKING, PALETTE, SCORING, MEND, CONFLICT, STRANDED, LEAVING, SAMPLE, HOLDING, HELPING, COMMENTS, CARRYING, GLOSSARY)

export default function ({ data, parentElement, setStateValue }) {
  if (!SCREENS.has(parentElement)) SCREENS.set(parentElement, new Screen(parentElement, data))
  const screen = SCREENS.get(parentElement)
  screen.update(data, setStateValue)
  return () => {
    screen.end()
    screen.root.remove()
    SCREENS.delete(parentElement)
  }
}
