/* What a correction mends: the errors guessed from what is written, confirmed by saving, and the text that it is compared with. */

const EDITOR_KEYS = [
  [["Ctrl Enter"], "save with the errors shown, and go on"],
  [["Ctrl Shift Enter"], "save without an error, and go on"],
  [["Alt 1…9"], "another category for the error at the caret; again: the next of its kind"],
  [["Alt ↑", "Alt ↓"], "a graver, a lighter error"],
  [["Alt 0"], "no error there, or one after all"],
  [["Alt h"], "into what helps; Esc comes back"],
  [["Alt g"], "put what is selected on the glossary"],
  [["Esc"], "leave; the draft is kept"],
]
const EDITOR_ACTS = {
  "Ctrl Enter": (screen) => screen.saveAndGoOn(),
  "Ctrl Shift Enter": (screen) => screen.saveAndGoOn({ errorless: true }),
  "Alt 1…9": (screen, digit) => screen.recategorize(digit),
  "Alt ↑": (screen) => screen.regrade(1),
  "Alt ↓": (screen) => screen.regrade(-1),
  "Alt 0": (screen) => screen.dropError(),
  "Alt h": (screen) => screen.enterHelp(),
  "Alt g": (screen) => screen.askTerm(),
  Escape: (screen) => screen.leave(),
}
/** The category of a kind that its digit chooses first: what raters choose most. */
const USUAL = ["accuracy/mistranslation", "fluency/grammar", "style/unnatural or awkward", "terminology/inappropriate for context", "linguistic conventions/grammar", "style/awkward style", "terminology/wrong term"]
const GUESS_DELAY = 150
/** How long a save waits for the errors that it mends, in ms: a slow server's answer; without it, it goes without one. */
const PATIENCE = 20000

/** The name of a key that the editor takes, as the table has it; undefined for one that is the field's. */
function strokeOf(event) {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1]
  if (event.key === "Escape") return "Escape"
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return event.shiftKey ? "Ctrl Shift Enter" : "Ctrl Enter"
  if (!event.altKey || event.ctrlKey || event.metaKey) return undefined
  if (digit) return digit === "0" ? "Alt 0" : "Alt 1…9"
  return { ArrowUp: "Alt ↑", ArrowDown: "Alt ↓", KeyH: "Alt h", KeyG: "Alt g" }[event.code]
}

/** Whether two errors are the same place's. */
function isSamePlace(one, other) {
  return one.side === other.side && one.start <= other.end && other.start <= one.end
}

const MEND = {
  /** Ask what a text mends. Only the last question is answered, so that none takes the place of one that a save waits for. */
  ask(pair, text) {
    const held = this.outbox.held()
    if (!held || (held.pair === pair && held.value.text === text)) this.tell("asked", { pair, text, stamp: Date.now() })
  },

  /** Ask what was not asked while a save waited: for the next one that waits, or for what is being written. */
  askOn() {
    const held = this.outbox.held()
    const { pair, field, guess } = this.editing ?? {}
    if (held) this.ask(held.pair, held.value.text)
    else if (field && ![guess?.text, this.row(pair).original].includes(field.value)) this.ask(pair, field.value)
  },

  /** Take the answer: for the open editor, or for a save that waits for it. */
  hearGuess(guess) {
    if (!guess) return
    const held = this.outbox.acts.find((act) => act.held && act.pair === guess.pair && act.value.text === guess.text)
    if (held) this.release(held, guess)
    const { editing } = this
    if (editing?.pair !== guess.pair || editing.guess?.text === guess.text || guess.text !== editing.field.value) return
    editing.errors = this.rechosen(editing.errors, guess.errors)
    editing.guess = guess
    this.paintMends()
  },

  /** What is guessed now, with what the reviewer has chosen already. */
  rechosen(before, told) {
    return told.map((error) => {
      const chosen = before.find((each) => each.chosen && isSamePlace(each, error))
      return chosen ? { ...error, category: chosen.category, severity: chosen.severity, dropped: chosen.dropped, chosen: true } : this.inProfile(error)
    })
  },

  /** Mark what a text that is saved already mends. */
  confirm(pair, errors) {
    const marked = errors.map((error) => ({ note: "", ...error, on: this.row(pair).original }))
    for (const error of marked) this.act(pair, "mark", error, 0)
    this.done.push({ pair, undo: () => marked.forEach((error) => this.act(pair, "withdraw", error, 0)) })
  },

  release(act, guess) {
    const errors = guess ? this.rechosen(act.choices ?? [], guess.errors) : []
    this.outbox.amend(act, mendsOf(errors, guess?.errors ?? []))
    this.send()
    this.say(this.markedAs(act.value.errors), { undo: true })
    this.askOn()
  },

  /** Let a save wait until it is known what it mends. */
  hold(act, choices) {
    Object.assign(act, { held: Date.now() + PATIENCE, choices })
    this.ask(act.pair, act.value.text)
    setTimeout(() => act.held && this.release(act, null), PATIENCE)
  },

  namedErrors(errors) {
    return errors.map(({ category, severity }) => (category ? `${this.categoryName(category)} (${severity})` : severity)).join(", ")
  },

  markedAs(errors) {
    return errors.length ? `Marked as ${this.namedErrors(errors)}` : "Changed without an error"
  },

  categoryName(id) {
    const found = this.categories().flatMap((top) => top.choices).find((choice) => choice.id === id)
    return found?.name ?? id.split("/").at(-1)
  },

  /** What there is to choose from by digit: the kinds of the profile, each with its categories, omissions among accuracy's. */
  categories() {
    const { target, source } = this.profile
    return target.map((kind) => ({ name: kind.name, choices: [...(kind.under.length ? kind.under : [kind]), ...source.filter((each) => each.id.startsWith(`${kind.id}/`))] }))
  },

  /** An error as the profile has it. */
  inProfile(error) {
    return { ...error, category: calledIn(this.profile, error.category), severity: this.profile.graded[error.severity] }
  },

  /** The error whose words the caret is nearest to. */
  erring() {
    const { pair, field, errors } = this.editing
    const { original } = this.row(pair)
    const at = pointAt(original, placeBefore(original, field.value, field.selectionStart))
    const distance = (error) => (error.side === "source" ? Infinity : Math.max(0, error.start - at, at - error.end))
    return errors.length ? errors.reduce((near, each) => (distance(each) < distance(near) ? each : near)) : null
  },

  recategorize(digit) {
    const error = this.erring()
    const choices = this.categories()[digit - 1]?.choices.map((choice) => choice.id)
    if (!error || !choices) return
    const at = choices.indexOf(error.category)
    this.amendError(error, { category: at < 0 ? (USUAL.find((id) => choices.includes(id)) ?? choices[0]) : choices[(at + 1) % choices.length], dropped: false })
  },

  regrade(by) {
    const error = this.erring()
    if (!error) return
    const { severities } = this.profile
    const at = severities.indexOf(error.severity) + by
    this.amendError(error, { severity: severities[Math.max(0, Math.min(severities.length - 1, at))], dropped: false })
  },

  dropError(error = this.erring()) {
    if (error) this.amendError(error, { dropped: !error.dropped })
  },

  amendError(error, change) {
    Object.assign(error, change, { chosen: true })
    this.paintMends()
  },

  /** Show under the field what changed, and which errors saving will record. */
  paintMends() {
    const { pair, field, errors, guess, element } = this.editing
    const { original } = this.row(pair)
    const changed = field.value !== original
    element.querySelector(".mtr-live").replaceChildren(...(changed ? trackedText(original, field.value) : []))
    const at = errors.length > 1 ? this.erring() : null
    const shown = errors.map((error) => mendOf(this, error, error === at))
    const none = changed && guess?.text === field.value && !errors.length && make("span", { class: "mtr-editor-hint" }, "no further error to record")
    const mends = element.querySelector(".mtr-mends")
    mends.replaceChildren(...[...shown, none].filter(Boolean))
    mends.classList.toggle("mtr-stale", guess?.text !== field.value)
  },

  /** What the rows are compared with: the machine's text, or another one that the row has. */
  baseOf(row) {
    return row.bases.find((base) => base.name === this.base) ?? { name: "machine", text: row.original }
  },

  nextBase() {
    const row = this.row(this.current)
    const names = ["machine", ...row.bases.map((base) => base.name)]
    this.base = names[(names.indexOf(this.baseOf(row).name) + 1) % names.length]
    this.paintRows()
    this.paintFocus()
    this.say(names.length > 1 ? `Compared with ${BASES[this.base] ?? `the text ${this.base}`}` : "There is no other text to compare with")
  },
}
const BASES = { machine: "the machine's text", before: "the version before" }

/** The errors that are kept, and what was guessed, as the store has them. */
function mendsOf(errors, guessed) {
  const plain = ({ side, start, end, text, category, severity }) => ({ side, start, end, text, category, severity })
  return { errors: errors.filter((error) => !error.dropped).map(plain), guessed: guessed.map(plain) }
}

/** An error that the correction mends: its words, its category and severity to be changed, and a way to drop it. */
function mendOf(screen, error, isAt) {
  const categories = screen.categories()
  const listed = categories.some((top) => top.choices.some((choice) => choice.id === error.category))
  const groups = categories.map((top, n) => make("optgroup", { label: `${n + 1} ${top.name}` }, ...top.choices.map((choice) => option(choice.id, choice.name, error.category))))
  const own = listed ? [] : [option(error.category, screen.categoryName(error.category), error.category)]
  const amend = (change) => {
    screen.amendError(error, change)
    screen.editing.field.focus()
  }
  return make(
    "div",
    { class: `mtr-mend mtr-${error.severity}${error.dropped ? " mtr-dropped" : ""}${isAt ? " mtr-at" : ""}`, title: error.why },
    make("span", { class: "mtr-mend-words mtr-tracked", dir: "auto" }, error.text.trim() && make(error.side === "source" ? "bdi" : "del", {}, error.text.trim()), error.now.trim() && make("ins", {}, error.now.trim()), !error.text.trim() && !error.now.trim() && visible(error.text || error.now)),
    categories.length > 0 && make("select", { "aria-label": `Category of the error: ${error.text}`, title: categories.map((top, n) => `Alt ${n + 1} ${top.name}`).join("\n"), disabled: error.dropped, change: (event) => amend({ category: event.target.value }) }, ...own, ...groups),
    make("select", { "aria-label": `Severity of the error: ${error.text}`, title: "Alt ↑ graver\nAlt ↓ lighter", disabled: error.dropped, change: (event) => amend({ severity: event.target.value }) }, ...screen.profile.severities.map((each) => option(each, each, error.severity))),
    button(error.dropped ? "An error after all (Alt 0)" : "No error (Alt 0)", { class: "mtr-act", click: () => (screen.dropError(error), screen.editing.field.focus()) }, icon(error.dropped ? "restore" : "dismiss")),
  )
}

function option(value, name, chosen) {
  return make("option", { value, selected: value === chosen }, name)
}
