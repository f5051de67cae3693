/* Marking an error: which words, of which kind, how serious. A strip under the words shows what the keys choose. */

const MARK_KEYS = [
  [["m"], "mark what is selected, the finding, or a word; change a mark"],
  [["o"], "mark in the source what the translation leaves out, or the source's own fault"],
  [["Shift m"], "next mark of a reviewer"],
  [["←", "→"], "while marking: another word"],
  [["Shift ←", "Shift →"], "the words up to the previous, the next one"],
  [["Shift Home", "Shift End"], "all up to the start, the end"],
  [["1", "…", "9"], "the category; then the severity: 1 minor, 2 major, 3 critical, 0 neutral"],
  [["a", "…", "h"], "the category more exactly"],
  [["n"], "a note"],
  [["Enter"], "keep the category, then the severity, that is lit"],
  [["Backspace"], "back to the categories"],
  [["Esc"], "leave without a mark"],
]
const MARK_ACTS = {
  m: (screen) => screen.mark(),
  o: (screen) => screen.markSource(),
  M: (screen) => screen.toMark(),
  ArrowLeft: (screen) => screen.moveMarking(-1),
  ArrowRight: (screen) => screen.moveMarking(1),
  "Shift ArrowLeft": (screen) => screen.moveMarking(-1, { extend: true }),
  "Shift ArrowRight": (screen) => screen.moveMarking(1, { extend: true }),
  "Shift Home": (screen) => screen.moveMarking(-Infinity, { extend: true }),
  "Shift End": (screen) => screen.moveMarking(Infinity, { extend: true }),
  n: (screen) => screen.noteMarking(),
  Enter: (screen) => screen.keepMarking(),
  Backspace: (screen) => screen.chooseKind(null),
  Escape: (screen) => screen.leaveMarking(),
}
const MARK_OPENS = ["m", "o", "M"]
const LETTERS = "abcdefgh"
const GRAVITIES = ["neutral", "minor", "major", "critical"]
const PROFILE_KEPT = "mtreview|profile"

/** The profile that the address, this browser, or the settings name. */
function chosenProfile(data) {
  const named = [new URL(window.location.href).searchParams.get("profile"), browserStorage()?.getItem(PROFILE_KEPT), data.profile]
  return named.map((id) => PROFILES.find((each) => each.id === id)).find(Boolean) ?? PROFILES[0]
}

function profileControl(screen) {
  const choice = make("select", { class: "mtr-select mtr-profile", "data-name": "profile", "aria-label": "How errors are marked", title: "How errors are marked", change: (event) => screen.chooseProfile(event.target.value) })
  choice.append(...PROFILES.map((each) => make("option", { value: each.id, selected: each === screen.profile }, each.name)))
  return choice
}

/** The kinds to choose from first; in the source there are so few that they are the lower ones. */
function kindsOn(profile, side) {
  return side === "source" ? [] : profile.target
}

function kindOf(profile, category) {
  return profile.target.find((kind) => kind.id === category.split("/")[0])
}

/** What a profile calls the category of a finding. */
function calledIn({ called }, category) {
  return called[category] ?? called[category.split("/")[0]] ?? called.other
}

/** The text of a row that is selected, as [side, start, end] in UTF-16 units of whole words; null where none is. */
function selectedText(element, row) {
  const selection = window.getSelection()
  if (!selection.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  for (const [side, body] of Object.entries(textsOf(element))) {
    const text = side === "source" ? row.source : row.text
    if (!body || !text || !range.intersectsNode(body)) continue
    const [start, end] = [offsetIn(body, range.startContainer, range.startOffset), offsetIn(body, range.endContainer, range.endOffset)]
    if (end > start) return [side, ...snapped(text, start, end)]
  }
  return null
}

/** The UTF-16 offset of a DOM place in an element's text: its start or end for a place before or behind it. */
function offsetIn(element, container, offset) {
  const before = document.createRange()
  before.selectNodeContents(element)
  const where = before.comparePoint(container, offset)
  if (where < 0) return 0
  if (where === 0) before.setEnd(container, offset)
  return before.toString().length
}

function markAct(screen, event) {
  const name = event.shiftKey && event.key.length > 1 ? `Shift ${event.key}` : event.key
  if (!screen.marking) return MARK_OPENS.includes(name) ? MARK_ACTS[name] : undefined
  if (/^\d$/.test(name)) return () => screen.chooseDigit(Number(name))
  if (LETTERS.includes(name)) return () => screen.chooseLetter(LETTERS.indexOf(name))
  return MARK_ACTS[name] ?? (name.length === 1 && name !== "?" ? () => {} : undefined)
}

const MARKING = {
  chooseProfile(id) {
    this.profile = PROFILES.find((each) => each.id === id)
    try {
      browserStorage()?.setItem(PROFILE_KEPT, id)
    } catch {
      // Where nothing can be kept, the address keeps it.
    }
    this.address({ profile: id })
    this.paint()
  },

  /** Mark what is selected; else change the mark or take the finding that the keys point at; else begin at a word. */
  mark() {
    const { row, finding, mark } = this.pointed()
    const selected = this.selectedHere()
    if (selected) return this.beginMarking(selected.row, ...selected.place)
    if (mark) return mark.own ? this.changeMark(row, mark) : this.repeatMark(row, mark)
    if (finding) return this.markFinding(row, finding)
    return this.beginMarking(row, "target")
  },

  markSource() {
    const { row, finding } = this.pointed()
    const selected = this.selectedHere()
    if (this.marking) return this.otherSide()
    if (selected?.place[0] === "source") return this.beginMarking(selected.row, ...selected.place)
    const place = finding && (finding.side === "source" ? [finding.start, finding.end] : finding.counterpart)
    return this.beginMarking(row, "source", ...(place ?? []))
  },

  selectedHere() {
    const node = window.getSelection().rangeCount ? window.getSelection().getRangeAt(0).startContainer : null
    const element = (node instanceof Element ? node : node?.parentElement)?.closest(".mtr-row")
    const row = element && this.list.contains(element) ? this.row(element.dataset.pair) : null
    const place = row && selectedText(element, row)
    return place ? { row, place } : null
  },

  beginMarking(row, side, start, end) {
    const text = side === "source" ? row.source : row.text
    const [first] = wordPlaces(text)
    const [from, to] = start === undefined ? (first ?? [0, 0]) : [start, end]
    this.openMarking(row, { side, start: from, end: to, category: side === "source" ? this.profile.source[0].id : "", severity: "minor", note: "", old: null })
  },

  changeMark(row, mark) {
    const { side, start, end, category, severity, note } = mark
    this.openMarking(row, { side, start, end, category, severity, note, old: withText(row, mark), version: mark.version, on: mark.on ?? row.text })
  },

  openMarking(row, state) {
    window.getSelection().removeAllRanges()
    this.goTo(row.id)
    const text = state.side === "source" ? row.source : (state.on ?? row.text)
    const anchor = wordPlaces(text).find(([from, to]) => from < state.end && to > state.start) ?? [state.start, state.end]
    const step = kindsOn(this.profile, state.side).length ? "kind" : "gravity"
    this.marking = { pair: row.id, version: row.version, on: row.text, anchor, step, ...state }
    this.bubble.hidden = true
    this.paintFocus()
  },

  leaveMarking() {
    const { pair, old } = this.marking
    this.marking = null
    this.palette.hidden = true
    if (old && pair === this.current) this.finding = old.key
    this.paintFocus()
  },

  /** Whether the mark that is being changed speaks of another text than the one that is shown. */
  isPast() {
    const { pair, side, on } = this.marking
    return side === "target" && on !== this.row(pair).text
  },

  otherSide() {
    const { pair, side, old } = this.marking
    if (!old) this.beginMarking(this.row(pair), side === "source" ? "target" : "source")
  },

  /** To the next (1) or previous (-1) word, or with `extend` from where it began to that word, as far as there are any. */
  moveMarking(by, { extend = false } = {}) {
    const { pair, side, anchor, start, end } = this.marking
    const row = this.row(pair)
    const words = wordPlaces(side === "source" ? row.source : row.text)
    if (this.isPast() || !words.length) return
    const isMirrored = getComputedStyle(textsOf(this.elements.get(pair))[side]).direction === "rtl" && Number.isFinite(by)
    const head = end > anchor[1] ? words.findLastIndex(([from]) => from < end) : words.findIndex(([, to]) => to > start)
    const next = words[Math.max(0, Math.min(words.length - 1, head + (isMirrored ? -by : by)))]
    const base = extend ? anchor : next
    Object.assign(this.marking, { anchor: base, start: Math.min(base[0], next[0]), end: Math.max(base[1], next[1]) })
    this.paintFocus()
  },

  chooseDigit(digit) {
    const { step, side } = this.marking
    if (step === "kind") return this.chooseKind(kindsOn(this.profile, side)[digit - 1] ?? null)
    const severity = GRAVITIES[digit]
    return this.profile.severities.includes(severity) ? this.saveMark(severity) : undefined
  },

  /** A kind, of which the one for the whole segment is all that is to be said; null for the choice of kinds again. */
  chooseKind(kind) {
    const { side } = this.marking
    if (!kind && !kindsOn(this.profile, side).length) return undefined
    if (kind?.whole) {
      Object.assign(this.marking, { category: kind.id, start: 0, end: this.row(this.marking.pair).text.length })
      return this.saveMark(kind.whole)
    }
    Object.assign(this.marking, kind ? { category: kind.id, step: "gravity" } : { step: "kind" })
    return this.paintFocus()
  },

  chooseLetter(at) {
    const { step } = this.marking
    const kind = step === "gravity" ? this.lowerKinds()[at] : undefined
    if (!kind) return
    this.marking.category = kind.id
    this.paintFocus()
  },

  lowerKinds() {
    const { side, category } = this.marking
    return side === "source" ? this.profile.source : (kindOf(this.profile, category)?.under ?? [])
  },

  keepMarking() {
    const { step, category, severity } = this.marking
    if (step === "gravity") return this.saveMark(this.profile.graded[severity])
    return category ? this.chooseKind({ id: category }) : undefined
  },

  noteMarking() {
    this.palette.querySelector("input")?.focus()
  },

  saveMark(severity) {
    const { pair, side, start, end, category, note, version, on, old } = this.marking
    const row = this.row(pair)
    const text = side === "source" ? row.source : on
    const made = { own: true, by: "", version, side, span: [pointAt(text, start), pointAt(text, end)], text: text.slice(start, end), category, severity, note, on }
    this.leaveMarking()
    this.putMark(row, made, old)
  },

  /** Say it once: a mark of one's own that is there already is only gone to. */
  putMark(row, made, old = null) {
    const key_ = keyOfMark(made)
    if (row.marks.some((mark) => mark.key === key_)) return this.goTo(row.id, key_)
    return this.exchange(row.id, old, made)
  },

  /** A finding becomes the reviewer's own error: on its words, or on those that answer to it in the translation. */
  markFinding(row, finding) {
    const isMissing = this.profile.source.some((kind) => kind.id === finding.category)
    const crossed = finding.side === "source" && !isMissing ? finding.counterpart : null
    const side = crossed ? "target" : finding.side
    const [start, end] = crossed ?? [finding.start, finding.end]
    const text = side === "source" ? row.source : row.text
    const category = side === "source" ? (isMissing ? finding.category : this.profile.source[0].id) : calledIn(this.profile, finding.category)
    const span = [pointAt(text, start), pointAt(text, end)]
    this.putMark(row, { own: true, by: "", version: row.version, side, span, text: text.slice(start, end), category, severity: this.profile.graded[finding.severity], note: "", on: row.text })
  },

  repeatMark(row, mark) {
    this.putMark(row, { ...withText(row, mark), own: true, by: "" })
  },
}
