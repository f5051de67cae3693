/* Two people at one pair: both texts with what each changed, and the choice between them, by key too. */

const CONFLICT_KEYS = [
  [["m"], "use mine"],
  [["t"], "keep theirs"],
  [["e", "Enter"], "put both together in the editor"],
]
const CONFLICT_ACTS = {
  m: (screen) => screen.chooseMine(),
  t: (screen) => screen.keepTheirs(),
  e: (screen) => screen.edit(),
  Enter: (screen) => screen.edit(),
}

const CONFLICT = {
  isDisputed(pair = this.current) {
    return !this.editing && this.outbox.conflicts.has(pair) && this.rows.has(pair)
  },

  chooseMine(pair = this.current) {
    const { mine } = this.outbox.conflicts.get(pair)
    this.outbox.settle(pair)
    this.correct(pair, mine)
  },

  keepTheirs(pair = this.current) {
    const conflict = this.outbox.conflicts.get(pair)
    this.outbox.settle(pair)
    if (this.row(pair).draft !== null) this.discard(pair)
    this.done.push({ pair, undo: () => this.outbox.keepConflict(conflict) })
    this.refresh(pair)
  },

  /** Open the editor on both texts put together. */
  merge(pair) {
    const conflict = this.outbox.conflicts.get(pair)
    const { text, clashes } = mergedText(conflict.base ?? this.row(pair).text, conflict.mine, this.row(pair).text)
    this.keepTheirs(pair)
    this.edit(pair)
    this.editing.field.value = text
    this.editing.field.dispatchEvent(new Event("input"))
    this.say(clashes.length ? `Both changed the same words: yours stand, theirs were “${clashes.join("”, “")}”` : "Both changes are in the text")
  },
}

function versionOf(screen, title, base, text) {
  const { lang, dir } = screen.data.target
  return make("div", { class: "mtr-version" }, make("h4", {}, title), make("div", { class: "mtr-text mtr-tracked", lang, dir }, ...trackedText(base, text)))
}

/** Both texts of a pair that somebody else corrected meanwhile; null where nobody did. */
function conflictOf(screen, row) {
  const conflict = screen.outbox.conflicts.get(row.id)
  if (!conflict) return null
  const by = row.by || "Somebody else"
  const base = conflict.base ?? row.text
  const settle = (label, name, primary, done) => button(label, { class: `mtr-button${primary ? " mtr-primary" : ""}`, click: done }, label, key(name))
  return make(
    "div",
    { class: "mtr-conflict", role: "group", "aria-label": "Two corrections of the same pair" },
    make("p", {}, conflict.reason ? `Your text was not taken: ${conflict.reason}.` : `${by} saved this pair while you were writing. Nothing is lost: choose.`),
    make("div", { class: "mtr-versions" }, versionOf(screen, `Theirs, saved${row.by ? ` by ${row.by}` : ""}`, base, row.text), versionOf(screen, "Yours, not saved", base, conflict.mine)),
    make(
      "div",
      { class: "mtr-editor-foot" },
      settle("Put both together", "e", true, () => screen.edit(row.id)),
      settle("Use mine", "m", false, () => screen.chooseMine(row.id)),
      settle("Keep theirs", "t", false, () => screen.keepTheirs(row.id)),
    ),
  )
}
