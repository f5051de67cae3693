/* Writing a translation: the field in the row, and the draft kept while typing. */

const DRAFT_DELAY = 600

function grow(field) {
  field.style.height = "auto"
  field.style.height = `${field.scrollHeight + 2}px`
}

/** Put words in the place of [from, to) of a field, and select them. */
function putInto(field, words, from, to) {
  field.focus({ preventScroll: true })
  field.setSelectionRange(from, to)
  // The command keeps the browser's own undo; where there is none, the text is set and said to have changed.
  if (!document.execCommand(words ? "insertText" : "delete", false, words)) {
    field.setRangeText(words, from, to)
    field.dispatchEvent(new Event("input"))
  }
  field.setSelectionRange(from, from + words.length)
}

function openEditor(screen, row, slot, { text, version, base, from, to, at }) {
  const tongue = screen.data.target
  const field = make("textarea", { class: "mtr-field", dir: tongue.dir, lang: tongue.lang, rows: 1, spellcheck: "true", "aria-label": `Translation of pair ${row.number}` })
  field.value = text
  const element = make(
    "div",
    { class: "mtr-editor", keydown: (event) => editorKey(screen, event) },
    field,
    make("div", { class: "mtr-text mtr-tracked mtr-live", dir: tongue.dir, lang: tongue.lang, "aria-hidden": "true" }),
    make("div", { class: "mtr-mends", role: "group", "aria-label": "Errors that this corrects" }),
    make(
      "div",
      { class: "mtr-editor-foot" },
      button("Save with the errors shown, and go on", { class: "mtr-button mtr-primary", click: () => screen.saveAndGoOn() }, "Save", key("Ctrl Enter")),
      button("Save without an error, and go on (Ctrl Shift Enter)", { class: "mtr-button", click: () => screen.saveAndGoOn({ errorless: true }) }, "Save as no error"),
      button("Leave, the draft is kept", { class: "mtr-button", click: () => screen.leave() }, "Leave", key("Esc")),
      make("span", { class: "mtr-editor-hint" }),
    ),
  )
  const editing = { pair: row.id, version, base, at, field, element, errors: [], guess: null, timers: {} }
  field.addEventListener("input", () => isTyped(screen, editing))
  field.addEventListener("selectionchange", () => screen.editing === editing && editing.errors.length > 1 && screen.paintMends())
  slot.classList.add("mtr-editing")
  slot.querySelector(".mtr-slot").replaceChildren(element)
  grow(field)
  field.focus({ preventScroll: true })
  field.setSelectionRange(from, to)
  element.scrollIntoView({ block: "nearest" })
  return editing
}

/** Keep what is typed, and ask what it mends. */
function isTyped(screen, editing) {
  const { pair, version, field, timers } = editing
  grow(field)
  screen.outbox.add({ pair, version, op: "draft", value: field.value })
  clearTimeout(timers.draft)
  clearTimeout(timers.guess)
  timers.draft = setTimeout(() => screen.send(), DRAFT_DELAY)
  timers.guess = setTimeout(() => screen.ask(pair, field.value), GUESS_DELAY)
  screen.paintMends()
  screen.paintState()
  screen.paintOthers()
}

/** Say beside the open editor whether its text can be saved as it is, or somebody has saved another one since. */
function paintHint(screen) {
  const { pair, version } = screen.editing
  const [row, element] = [screen.row(pair), screen.elements.get(pair)]
  const outdated = version < row.version
  element.classList.toggle("mtr-outdated", outdated)
  element.querySelector(".mtr-editor-foot > .mtr-editor-hint").textContent = outdated ? `${row.by || "Somebody"} saved the text above meanwhile: saving shows you both` : "kept as you type"
}

/** The editor's own keys; what else is struck in a field is the field's, and nobody's beside. */
function editorKey(screen, event) {
  if (isComposing(event)) return
  const stroke = strokeOf(event)
  if (stroke) {
    event.preventDefault()
    EDITOR_ACTS[stroke](screen, Number(/\d$/.exec(event.code)?.[0]))
  }
  if (stroke || event.target.matches("textarea, select")) event.stopPropagation()
}

function closeEditor(element, editing) {
  for (const timer of Object.values(editing.timers)) clearTimeout(timer)
  element?.classList.remove("mtr-editing", "mtr-outdated")
  element?.querySelector(".mtr-editor")?.remove()
}
