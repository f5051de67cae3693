/* A term for the glossary, from what is selected on either side, looked over before it is kept. */

const TERM_FIELDS = [
  ["source", "In the source", "as the source has it"],
  ["preferred", "In the translation", "what it is called; several forms parted by |"],
  ["forbidden", "Never", "what it must not be called; may stay empty"],
  ["note", "Note", "shown with the term; may stay empty"],
]

/** What is selected in a row's texts: { pair, side, start, end }; null where nothing is. */
function selectedWords(screen) {
  const selection = window.getSelection()
  const { editing } = screen
  if (editing && document.activeElement === editing.field) {
    const { selectionStart: start, selectionEnd: end } = editing.field
    return start < end ? { pair: editing.pair, side: "target", start, end, text: editing.field.value } : null
  }
  if (!selection.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const at = range.startContainer.parentElement?.closest(".mtr-row")
  const found = at && Object.entries(textsOf(at)).find(([, text]) => text?.contains(range.startContainer) && text.contains(range.endContainer))
  if (!found) return null
  const before = document.createRange()
  before.selectNodeContents(found[1])
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return { pair: at.dataset.pair, side: found[0], start, end: start + range.toString().length, text: found[1].textContent }
}

const LETTER = /\p{L}/u

/** Without a selection: the words of the finding or the reviewer's mark, else those under the mouse, else the pair of words that the aligner is surest of. */
function likelyWords(screen) {
  const { row, finding, mark } = screen.pointed()
  const { side, start, end } = finding ?? (mark?.on === null ? mark : {})
  const text = side === "source" ? row.source : row.text
  if (side && !isBroad({ start, end }) && LETTER.test(text.slice(start, end))) return { pair: row.id, side, start, end, text }
  const hasName = ({ source, target }) => [row.source.slice(...source), row.text.slice(...target)].every((words) => LETTER.test(words))
  const link = row.words.find((each) => each === screen.litLink) ?? row.words.filter(hasName).reduce((best, each) => (best?.weight >= each.weight ? best : each), null)
  return link && { pair: row.id, side: "source", start: link.source[0], end: link.source[1], text: row.source }
}

/** A term as the selection suggests it, with the aligner's counterpart on the other side. */
function suggestedTerm(screen) {
  const selected = selectedWords(screen) ?? likelyWords(screen)
  if (!selected) return {}
  const { pair, side, start, end, text } = selected
  const row = screen.row(pair)
  const own = text.slice(start, end).trim()
  const other = side === "source" ? row.text : row.source
  const place = side === "source" || text === row.text ? counterpartOf(row, side, start, end) : null
  const counterpart = place ? other.slice(...place).trim() : ""
  return side === "source" ? { source: own, preferred: counterpart } : { source: counterpart, preferred: own }
}

function termDialog(screen) {
  const inputs = Object.fromEntries(TERM_FIELDS.map(([name, , placeholder]) => [name, make("input", { type: "text", name, placeholder, dir: "auto", maxlength: 300, autocomplete: "off" })]))
  const lines = TERM_FIELDS.map(([name, label]) => make("label", {}, make("span", {}, label), inputs[name]))
  const save = make("button", { type: "submit", class: "mtr-button mtr-primary" }, "Keep", key("Enter"))
  const close = button("Close without keeping", { class: "mtr-button", click: () => dialog.close() }, "Close", key("Esc"))
  const form = make("form", { method: "dialog" }, make("h2", {}, "Put on the glossary"), ...lines, make("div", { class: "mtr-editor-foot" }, save, close))
  const dialog = make("dialog", { class: "mtr-dialog mtr-term-dialog", "aria-label": "Put on the glossary" }, form)
  dialog.addEventListener("close", () => dialog.remove())
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation()
    // What ends a composition neither keeps the form nor closes it.
    if (isComposing(event) && ["Enter", "Escape"].includes(event.key)) event.preventDefault()
  })
  form.addEventListener("submit", () => screen.keepTerm(Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value.trim()]))))
  return { dialog, inputs }
}

const GLOSSARY = {
  askTerm(term = suggestedTerm(this)) {
    const { dialog, inputs } = this.termDialog
    for (const [name, input] of Object.entries(inputs)) input.value = term[name] ?? ""
    this.root.append(dialog)
    dialog.showModal()
    const first = ["source", "preferred"].find((name) => !inputs[name].value) ?? "preferred"
    inputs[first].focus()
    inputs[first].select()
  },

  keepTerm(term) {
    if (!(term.preferred || term.forbidden) || !(term.source || term.forbidden)) return this.say("A term needs a source and what it is called; nothing was kept")
    this.decide(this.current, "term", term)
    return this.say(`“${term.source || term.forbidden}” is on the glossary (u takes it off)`)
  },
}
