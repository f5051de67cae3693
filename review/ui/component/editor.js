/* Writing a translation: the field in the row, the draft kept while typing, and two people at one pair. */

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

function openEditor(screen, row, element, { text, version, from, to }) {
  const tongue = screen.data.target
  const field = make("textarea", { class: "mtr-field", dir: tongue.dir, lang: tongue.lang, rows: 1, spellcheck: "true", "aria-label": `Translation of pair ${row.number}` })
  field.value = text
  const editing = { pair: row.id, version, field, timer: 0 }
  field.addEventListener("input", () => {
    grow(field)
    screen.outbox.add({ pair: row.id, version, op: "draft", value: field.value })
    clearTimeout(editing.timer)
    editing.timer = setTimeout(() => screen.send(), DRAFT_DELAY)
    screen.paintState()
    screen.paintOthers()
  })
  field.addEventListener("keydown", (event) => editorKey(screen, event))
  const editor = make(
    "div",
    { class: "mtr-editor" },
    field,
    make(
      "div",
      { class: "mtr-editor-foot" },
      button("Save and go on", { class: "mtr-button mtr-primary", click: () => screen.saveAndGoOn() }, "Save", key("Ctrl Enter")),
      button("Leave, the draft is kept", { class: "mtr-button", click: () => screen.leave() }, "Leave", key("Esc")),
      make("span", { class: "mtr-editor-hint" }),
    ),
  )
  element.classList.add("mtr-editing")
  element.querySelector(".mtr-slot").replaceChildren(editor)
  grow(field)
  field.focus({ preventScroll: true })
  field.setSelectionRange(from, to)
  editor.scrollIntoView({ block: "nearest" })
  return editing
}

/** Say beside the open editor whether its text can be saved as it is, or somebody has saved another one since. */
function paintHint(screen) {
  const { pair, version } = screen.editing
  const [row, element] = [screen.row(pair), screen.elements.get(pair)]
  const outdated = version < row.version
  element.classList.toggle("mtr-outdated", outdated)
  element.querySelector(".mtr-editor-hint").textContent = outdated ? `${row.by || "Somebody"} saved the text above meanwhile: saving shows you both` : "kept as you type"
}

function editorKey(screen, event) {
  if (event.isComposing || event.keyCode === 229) return
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) screen.saveAndGoOn()
  else if (event.key === "Escape") screen.leave()
  else if (event.altKey && event.code === "KeyH") screen.enterHelp()
  else if (event.altKey && event.code === "KeyG") screen.askTerm()
  else {
    event.stopPropagation()
    return
  }
  event.preventDefault()
  event.stopPropagation()
}

function closeEditor(element, editing) {
  clearTimeout(editing.timer)
  element?.classList.remove("mtr-editing", "mtr-outdated")
  element?.querySelector(".mtr-editor")?.remove()
}

function versionOf(title, text, other, lang, dir) {
  const [head, differs, , tail] = differing(text, other)
  return make("div", { class: "mtr-version" }, make("h4", {}, title), make("div", { class: "mtr-text", lang, dir }, head, make("b", {}, differs), tail))
}

/** Both texts of a pair that somebody else corrected meanwhile; null where nobody did. */
function conflictOf(screen, row) {
  const conflict = screen.outbox.conflicts.get(row.id)
  if (!conflict) return null
  const { lang, dir } = screen.data.target
  const theirs = row.text
  const settle = (label, primary, done) => button(label, { class: `mtr-button${primary ? " mtr-primary" : ""}`, click: done }, label)
  return make(
    "div",
    { class: "mtr-conflict", role: "group", "aria-label": "Two corrections of the same pair" },
    make("p", {}, conflict.reason ? `Your text was not taken: ${conflict.reason}.` : `${row.by || "Somebody else"} saved this pair while you were writing. Nothing is lost: choose.`),
    versionOf("Theirs, saved", theirs, conflict.mine, lang, dir),
    versionOf("Yours, not saved", conflict.mine, theirs, lang, dir),
    make(
      "div",
      { class: "mtr-editor-foot" },
      settle("Use mine", true, () => screen.settle(row.id, conflict.mine)),
      settle("Keep theirs", false, () => screen.settle(row.id, null)),
      settle("Edit a merged text", false, () => screen.merge(row.id, conflict.mine)),
    ),
  )
}
