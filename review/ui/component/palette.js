/* The strip under the words that are being marked, and the offer beside a selection. */

function kindButton(screen, kind, name, isChosen) {
  const choose = () => (name && LETTERS.includes(name) ? screen.chooseLetter(LETTERS.indexOf(name)) : screen.chooseKind(kind))
  return button(kind.note || kind.name, { class: "mtr-chip", "aria-label": kind.name, "aria-pressed": String(isChosen), mousedown: keepFocus, click: choose }, kind.name, name && key(name))
}

/** A button that takes the focus from nothing, so that the keys go on. */
function keepFocus(event) {
  event.preventDefault()
}

function gravityButton(screen, severity, isChosen) {
  return button(severity, { class: "mtr-chip", "aria-pressed": String(isChosen), mousedown: keepFocus, click: () => screen.saveMark(severity) }, make("span", { class: `mtr-dot mtr-${severity}` }, GRAVITY[severity]), severity, key(String(GRAVITIES.indexOf(severity))))
}

function noteField(screen) {
  const { note } = screen.marking
  const field = make("input", { class: "mtr-note-field", type: "text", dir: "auto", value: note, placeholder: "Note", "aria-label": "Note on the error", autocomplete: "off" })
  field.addEventListener("input", () => (screen.marking.note = field.value))
  field.addEventListener("keydown", (event) => {
    if (isComposing(event) || !["Enter", "Escape"].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    screen.elements.get(screen.current).focus({ preventScroll: true })
  })
  return make("label", { class: "mtr-note-label" }, field, key("n"))
}

function quoteOf(screen) {
  const { pair, side, start, end, on } = screen.marking
  const row = screen.row(pair)
  return visible((side === "source" ? row.source : on).slice(start, end)) || "‸"
}

function strip(label, ...children) {
  return make("div", { class: "mtr-strip", role: "group", "aria-label": label }, ...children)
}

function fillPalette(screen, palette) {
  const { side, step, category, severity, old } = screen.marking
  const kinds = kindsOn(screen.profile, side)
  const lower = step === "gravity" ? screen.lowerKinds() : []
  const tongue = screen.data[side]
  const [top] = category.split("/")
  const leave = button("Leave without a mark", { class: "mtr-button", mousedown: keepFocus, click: () => screen.leaveMarking() }, "Leave", key("Esc"))
  const turn = button("Mark on the other side", { class: "mtr-button", mousedown: keepFocus, click: () => screen.otherSide() }, side === "source" ? "In the translation" : "In the source", key("o"))
  palette.replaceChildren(
    make("p", { class: "mtr-palette-head", "aria-live": "polite" }, make("q", { class: "mtr-palette-quote", lang: tongue.lang, dir: tongue.dir }, quoteOf(screen)), side === "source" && make("span", { class: "mtr-tag" }, "source"), make("span", { class: "mtr-sure" }, step === "kind" ? "What kind of error?" : "How serious?")),
    kinds.length ? strip("Kind", ...kinds.map((kind, at) => kindButton(screen, kind, step === "kind" ? String(at + 1) : "", kind.id === top))) : "",
    lower.length ? strip("More exactly", ...lower.map((kind, at) => kindButton(screen, kind, LETTERS[at], kind.id === category))) : "",
    step === "gravity" ? strip("Severity", ...screen.profile.severities.map((each) => gravityButton(screen, each, each === screen.profile.graded[severity])), noteField(screen)) : "",
    make("div", { class: "mtr-card-foot" }, screen.isPast() ? make("span", { class: "mtr-record" }, "It stays on the text that it was made on") : make("span", { class: "mtr-record mtr-hint" }, key("←"), key("→"), "another word", key("Shift"), "+", key("→"), "more words"), old || screen.isPast() ? "" : turn, leave),
  )
}

const PALETTE = {
  /** The strip of what is being marked; whether there is one. */
  paintMarking() {
    if (!this.marking) return false
    const { pair, side, start, end, version } = this.marking
    const row = this.row(pair)
    if (!row || this.editing || (version === row.version && this.isPast())) {
      this.marking = null
      this.palette.hidden = true
      return false
    }
    const { note, ...shown } = this.marking
    const signature = JSON.stringify([shown, this.profile.id])
    if (this.palette.signature !== signature) this.fillPalette()
    this.palette.signature = signature
    this.palette.hidden = false
    const element = textsOf(this.elements.get(pair))[side]
    const range = this.isPast() ? null : rangeIn(element, start, end)
    if (range) light("mtr-marking", [range])
    placeAt(this, this.palette, belowText(element, range))
    return true
  },

  /** While marking: what the mouse has selected instead; on another text it is another mark. */
  takeSelection({ row, place: [side, start, end] }) {
    if (row.id !== this.marking.pair || side !== this.marking.side || this.isPast()) return this.mark()
    window.getSelection().removeAllRanges()
    this.bubble.hidden = true
    Object.assign(this.marking, { start, end, anchor: [start, end] })
    return this.paintFocus()
  },

  /** Build the strip anew; where the focus was in it, it goes to what is chosen. */
  fillPalette() {
    const isInside = this.palette.contains(document.activeElement)
    fillPalette(this, this.palette)
    if (isInside) (this.palette.querySelector("[aria-pressed='true']") ?? this.palette.querySelector("button")).focus({ preventScroll: true })
  },

  /** Offer what can be done with what the mouse has selected. */
  offerMark() {
    const selected = this.editing ? null : this.selectedHere()
    this.bubble.hidden = !selected
    if (!selected) return
    if (this.marking) return this.takeSelection(selected)
    const [side, start, end] = selected.place
    const range = rangeIn(textsOf(this.elements.get(selected.row.id))[side], start, end)
    this.hideCard()
    if (range?.getClientRects().length) placeAt(this, this.bubble, [...range.getClientRects()].at(-1))
  },
}

/** The place of a text; where it is long, that of the range in it. */
function belowText(element, range) {
  const [whole, last] = [element.getBoundingClientRect(), [...(range?.getClientRects() ?? [])].at(-1)]
  return last && whole.bottom - last.bottom > NEAR ? last : whole
}

function selectionBubble(screen) {
  const act = (label, name, about, done) => button(about, { class: "mtr-button", mousedown: keepFocus, click: done }, label, key(name))
  return make(
    "div",
    { class: "mtr-bubble", role: "group", "aria-label": "What is selected", hidden: true },
    act("Mark error", "m", "Mark what is selected as an error", () => screen.mark()),
    act("Edit", "e", "Edit the translation here", () => screen.edit()),
    act("Glossary", "g", "Put what is selected on the glossary", () => screen.askTerm()),
  )
}
