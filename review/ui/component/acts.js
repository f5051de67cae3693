/* What a reviewer can do. Each act is shown at once, kept in the outbox, and can be undone. */

const SCOPES = { here: "here", article: "in this article", everywhere: "in every article" }

/** Where the editor opens in a row's text: on what is selected in it, else on the finding, else at its end. */
function caretOf(row, selected, finding) {
  const { text } = row.draft ?? row
  if (row.draft === null && selected?.row.id === row.id && selected.place[0] === "target") return selected.place.slice(1)
  if (row.draft !== null || finding?.side !== "target") return [text.length, text.length]
  return [finding.start, isBroad(finding) ? finding.start : finding.end]
}

const ACTS = {
  act(pair, op, value, version = this.row(pair).version) {
    const added = this.outbox.add({ pair, version, op, value })
    this.send()
    return added
  },

  /** A new text, with the errors that it mends; `wait` for them where they are not known yet, `choices` being made. */
  correct(pair, text, { accepted = "", version, base, errors = [], guessed = [], wait = false, choices = [], at = "" } = {}) {
    const row = this.row(pair)
    const act = this.outbox.add({ pair, version: version ?? row.version, op: "correct", base: base ?? row.text, value: { text, accepted, errors, guessed } })
    if (wait) this.hold(act, choices)
    this.done.push({ pair, text, undo: () => this.takeBack(act, row) })
    this.hasCorrected(pair)
    this.hasChanged(pair, { accepted, at })
    this.send()
    this.refresh(pair)
  },

  takeBack(act, { id, text, status }) {
    if (act.held) this.outbox.amend(act, {})
    this.due.delete(id)
    if (this.corrected === id) this.corrected = ""
    const errors = act.value.errors.map((error) => ({ ...error, withdrawn: true }))
    this.act(id, "correct", { text, accepted: "", errors, guessed: [] })
    if (status === "approved") this.act(id, "status", status)
  },

  accept(choice) {
    const { row, finding } = this.pointed()
    if (!finding || finding.dismissed) return this.say("No open finding here: n goes to the next one")
    const text = fixed(row.text, finding, choice)
    // No editor opens by itself: whoever types ahead would write the keys that follow into the translation.
    if (text === null) return this.say("No such fix here: e opens the editor")
    const from = this.place(row, finding)
    const { category, severity } = finding
    const guessed = finding.mends ? [{ ...finding.mends, category, severity }] : []
    const errors = guessed.map((error) => this.inProfile(error))
    this.correct(row.id, text, { accepted: finding.key, errors, guessed })
    this.flash(row.id)
    this.say(this.markedAs(errors), { undo: true })
    return this.onwardFrom(row, finding, from)
  },

  /** Dismiss the finding, with a wider scope all that are like it; or restore what was dismissed, in its own scope. */
  dismiss(scope = "here") {
    const { row, finding, mark } = this.pointed()
    if (mark) return this.withdraw(row.id, mark)
    if (!finding) return
    const [op, inverse] = finding.dismissed ? ["restore", "dismiss"] : ["dismiss", "restore"]
    const reach = finding.dismissed ? finding.scope : scope
    const named = reach === "here" ? finding.key : { pattern: finding.pattern, scope: reach }
    this.act(row.id, op, named)
    this.done.push({ pair: row.id, undo: () => this.act(row.id, inverse, named) })
    this.refresh(row.id)
    if (op === "dismiss") this.onwardFrom(row, finding, this.place(row, finding))
    else this.paintFocus()
    if (reach !== "here") this.say(`${op === "dismiss" ? "Dismissed" : "Restored"} ${SCOPES[reach]}: ${finding.reason}`, { undo: true })
  },

  declare(pair, status) {
    const { status: before } = this.row(pair)
    const wanted = before === status ? "unreviewed" : status
    this.act(pair, "status", wanted)
    this.done.push({ pair, undo: () => this.act(pair, "status", ["approved", "question"].includes(before) ? before : "unreviewed") })
    this.refresh(pair)
    return wanted
  },

  approve(pair) {
    const [byKey, here] = [pair === undefined, this.current]
    const wanted = this.declare(byKey ? here : pair, "approved")
    if (wanted !== "approved") return this.say("No longer approved")
    this.due.delete(byKey ? here : pair)
    if (byKey) this.step(1)
    if (byKey && this.current === here && !this.isTurning()) this.say("Approved; no pair comes after this one")
  },

  question(pair = this.current) {
    this.declare(pair, "question")
  },

  undo() {
    const last = this.done.pop()
    if (!last) return this.say("Nothing to undo")
    if (last.gone) {
      last.undo()
      return last.told || this.say("Undone")
    }
    const row = this.row(last.pair)
    if (!row) return this.say("That pair is not on this page")
    if (last.text !== undefined && row.text !== last.text) return this.say("Somebody has changed that pair since: not undone")
    last.undo()
    this.goTo(last.pair)
    this.refresh(last.pair)
    this.flash(last.pair)
    return this.say("Undone")
  },

  edit(pair = this.selectedPair()) {
    if (this.editing?.pair === pair) return this.editing.field.focus()
    if (this.outbox.conflicts.has(pair)) return this.merge(pair)
    this.closeEditing()
    const selected = this.selectedHere()
    const { row, finding } = this.pointed()
    this.goTo(pair, finding && row.id === pair ? finding.key : null)
    this.hideCard()
    const now = this.row(pair)
    const { text, version, base = text } = now.draft ?? now
    const [from, to] = caretOf(now, selected, row.id === pair ? finding : null)
    this.editing = openEditor(this, now, this.elements.get(pair), { text, version, base, from, to, at: this.finding })
    paintHint(this)
    this.paintMends()
    if (text !== now.original) this.ask(pair, text)
    this.paintOthers()
    return undefined
  },

  /** The pair whose words the mouse has selected, else the current one. */
  selectedPair() {
    return (this.bubble.hidden ? null : this.selectedHere()?.row.id) ?? this.current
  },

  /** Close the editor; what was typed becomes the correction, with what it mends, or stays a draft where `keep` is set. */
  closeEditing({ keep = false, mends = {} } = {}) {
    const editing = this.editing
    if (!editing) return
    this.editing = null
    closeEditor(this.elements.get(editing.pair), editing)
    const row = this.row(editing.pair)
    const text = editing.field.value
    if (keep) this.send()
    else if (text !== row.text) this.correct(editing.pair, text, { version: editing.version, base: editing.base, at: editing.at, ...mends })
    else {
      if (row.draft !== null) this.discard(editing.pair)
      if (mends.errors?.length) this.confirm(editing.pair, mends.errors)
    }
    this.refresh(editing.pair)
  },

  leave() {
    const pair = this.editing?.pair
    this.closeEditing({ keep: true })
    if (pair) this.goTo(pair)
  },

  /** Save with the errors that are shown, or those that are being guessed, and go on. */
  saveAndGoOn({ errorless = false } = {}) {
    if (!this.editing) return
    const { pair, field, errors, guess, base } = this.editing
    const known = guess?.text === field.value || field.value === this.row(pair).original
    const mends = mendsOf(errorless ? [] : errors, guess?.errors ?? [])
    const changed = field.value !== this.row(pair).text
    this.closeEditing({ mends: known || errorless ? mends : { wait: true, choices: errors, base } })
    this.flash(pair)
    if ((changed || mends.errors.length) && (known || errorless)) this.say(this.markedAs(mends.errors), { undo: true })
    if (!changed) this.pass()
    this.onward()
  },

  discard(pair) {
    this.act(pair, "draft", this.row(pair).text)
    this.refresh(pair)
  },
}
