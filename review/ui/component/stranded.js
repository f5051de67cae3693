/* Texts for pairs that are no more: whoever was writing goes on, and copies the text or puts it away. */

/** A stranded text in its field; what is typed there is kept in the browser at once. */
function strandedOf(screen, { pair, mine }) {
  const { lang, dir } = screen.data.target
  const field = make("textarea", { class: "mtr-stranded-field", lang, dir, rows: 1, "aria-label": "Your text for a pair that is no more" })
  field.value = mine
  field.addEventListener("input", () => {
    screen.outbox.keepConflict({ ...screen.outbox.conflicts.get(pair), mine: field.value })
    grow(field)
  })
  field.addEventListener("keydown", (event) => !isComposing(event) && event.key === "Escape" && screen.elements.get(screen.current)?.focus({ preventScroll: true }))
  const box = make(
    "div",
    { class: "mtr-conflict mtr-stranded", role: "group", "aria-label": "Your text for a pair that is no more" },
    make("p", {}, "The pair that you were writing is no more: the article was aligned anew meanwhile. Your text:"),
    field,
    make(
      "div",
      { class: "mtr-editor-foot" },
      button("Copy the text", { class: "mtr-button", click: () => navigator.clipboard?.writeText(field.value) }, "Copy"),
      button("Put the text away", { class: "mtr-button", click: () => screen.putAway(pair) }, "Put away"),
      make("span", { class: "mtr-editor-hint" }, "kept in this browser as you type; ", key("Esc"), " back to the pairs"),
    ),
  )
  return Object.assign(box, { pair, field })
}

const STRANDED = {
  buildStranded() {
    this.stranded = make("div", {})
    return this.stranded
  },

  /** The open editor's pair is no more: a field takes over its text, and the focus and the caret where they were in it. */
  strand() {
    const { pair, field, timers } = this.editing
    const { selectionStart, selectionEnd } = field
    const isWriting = document.activeElement === field
    for (const timer of Object.values(timers)) clearTimeout(timer)
    this.editing = null
    this.outbox.keepConflict({ pair, mine: field.value, gone: true })
    this.paintStranded()
    if (isWriting) this.writeOn(pair, selectionStart, selectionEnd)
  },

  /** Into the text for a pair that is no more. */
  writeOn(pair, start, end = start) {
    const { field } = [...this.stranded.children].find((box) => box.pair === pair)
    field.focus({ preventScroll: true })
    field.setSelectionRange(start, end)
  },

  /** The stranded text that is being written on, like an editor: { pair, field }; null where none is. */
  writtenOn() {
    return [...this.stranded.children].find(({ field }) => field === document.activeElement) ?? null
  },

  /** Show the stranded texts; those that are shown already stay what they are, for somebody may be writing in them. */
  paintStranded() {
    const gone = [...this.outbox.conflicts.values()].filter((conflict) => conflict.gone)
    const shown = new Map([...this.stranded.children].map((box) => [box.pair, box]))
    setChildren(this.stranded, gone.map((conflict) => shown.get(conflict.pair) ?? strandedOf(this, conflict)))
    for (const { field } of this.stranded.children) grow(field)
  },

  /** Leave a stranded text for good. */
  putAway(pair) {
    this.outbox.settle(pair)
    this.paint()
  },
}
