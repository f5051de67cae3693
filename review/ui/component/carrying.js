/* A correction offered elsewhere: other segments that it fits, one by one, and corrections that recur. */

const KINDS = { "same source": "same source", "same translation": "same translation, other source", similar: "similar" }

function offerLine(screen, offer, at, action) {
  const { source, target } = screen.data
  const likeness = offer.kind === "similar" ? `${percent(offer.similarity)} similar` : KINDS[offer.kind]
  const first = at === 0
  return make(
    "li",
    { class: `mtr-offer${first ? " mtr-first" : ""}` },
    make("div", { class: "mtr-match-head" }, make("span", { class: "mtr-similarity" }, likeness), whereOf(offer, screen.data.article.id), offer.status !== "unreviewed" && make("span", { class: "mtr-tag" }, STATES[offer.status])),
    make("div", { class: "mtr-small", dir: source.dir, lang: source.lang }, offer.source),
    piecesOf(offer.pieces, { dir: target.dir, lang: target.lang }),
    offer.errors.length > 0 && make("div", { class: "mtr-small" }, `Marked too: ${screen.namedErrors(offer.errors)}`),
    make(
      "div",
      { class: "mtr-editor-foot" },
      button("Correct this segment so", { class: "mtr-button mtr-take", click: () => screen.carry(offer, action) }, "Apply", first && key("i")),
      button("Leave this segment as it is", { class: "mtr-button", click: () => screen.leaveOffer(offer, action) }, "Leave", first && key("Shift i")),
    ),
  )
}

/** How many segments were corrected along, and the way to take them all back. */
function carriedLine(screen) {
  const made = screen.carriedOver().length
  return make("p", { class: "mtr-carried mtr-small" }, `${counted(made, "other segment")} corrected too`, button("Take those corrections back, all of them", { class: "mtr-link", click: () => screen.takeAllBack() }, "Take back"))
}

function fillOffers(screen, panel) {
  const [offers, { action } = {}] = [screen.offers(), screen.known?.offers ?? {}]
  const made = screen.carriedOver().length ? [carriedLine(screen)] : []
  if (!offers.length) return panel.replaceChildren(...made)
  const title = `Your correction fits ${counted(offers.length, "other segment")}`
  const lines = offers.slice(0, 5).map((offer, at) => offerLine(screen, offer, at, action))
  return panel.replaceChildren(...made, helpSection("carry", title, make("ul", {}, ...lines), offers.length > 5 && make("p", { class: "mtr-small" }, `and ${offers.length - 5} more`)))
}

function recurringLine(screen, row, each) {
  const said = [make("del", {}, each.old), make("span", { class: "mtr-arrow", "aria-hidden": "true" }, " → "), make("ins", {}, each.new)]
  return make(
    "li",
    { class: "mtr-offer" },
    make("div", { dir: "auto" }, ...said),
    make("div", { class: "mtr-small" }, `in ${counted(each.times, "segment")}`, each.source && make("span", {}, " for ", make("bdi", {}, each.source))),
    make(
      "div",
      { class: "mtr-editor-foot" },
      button("Put it on the glossary: look it over first", { class: "mtr-button mtr-take", click: () => screen.askTerm({ source: each.source, preferred: each.new, forbidden: each.old }) }, "Glossary…"),
      button("Mark it from now on, with this fix", { class: "mtr-button", click: () => screen.makeRule(row.id, each) }, "Make a rule"),
      button("Do not offer this again", { class: "mtr-button", click: () => screen.leaveRecurring(row.id, each) }, "Never"),
    ),
  )
}

const CARRYING = {
  /** The segments that the last correction fits and that were neither corrected so nor left. */
  offers() {
    const found = this.known?.offers
    if (!found || found.pair !== this.corrected || this.known.stamp < this.correctedAt) return []
    return found.offers.filter((offer) => !this.left.has(`${found.action}|${offer.pair}`))
  },

  /** A correction was made here: it may fit elsewhere. */
  hasCorrected(pair) {
    this.corrected = pair
    this.correctedAt = Date.now()
  },

  /** Correct another segment as the last correction was made; it is a correction like any, and undone like any. */
  carry(offer, action) {
    const change = (text, version, errors) => {
      this.outbox.add({ pair: offer.pair, version, op: "carry", value: { text, accepted: "", errors, guessed: [], action } })
      this.send()
      if (this.rows.has(offer.pair)) this.refresh(offer.pair)
      else this.paintHelp()
    }
    this.left.add(`${action}|${offer.pair}`)
    const undo = () => {
      this.left.delete(`${action}|${offer.pair}`)
      change(offer.before, offer.version + 1, offer.errors.map((error) => ({ ...error, withdrawn: true })))
    }
    this.done.push({ gone: true, undo, follows: this.corrected })
    change(offer.text, offer.version, offer.errors)
    const marked = offer.errors.length ? `, and marked as ${this.namedErrors(offer.errors)}` : ""
    this.say(`Corrected too: pair ${offer.number}${offer.here ? "" : ` of ${offer.title}`}${marked}`, { undo: true })
  },

  /** The corrections that follow the last one and were not taken back. */
  carriedOver() {
    return this.done.filter((act) => act.follows && act.follows === this.corrected)
  },

  takeAllBack() {
    const made = this.carriedOver()
    this.done = this.done.filter((act) => !made.includes(act))
    for (const act of made.reverse()) act.undo()
    this.say(`${counted(made.length, "correction")} taken back`)
  },

  leaveOffer(offer, action) {
    this.left.add(`${action}|${offer.pair}`)
    this.paintHelp()
  },

  nextOffer(done) {
    const [offer] = this.offers()
    if (!offer) return this.say("Your last correction fits no other segment")
    // What is not seen is not corrected.
    if (!this.helpShown) return this.toggleHelp(true)
    return done(offer, this.known.offers.action)
  },

  carryNext() {
    this.nextOffer((offer, action) => this.carry(offer, action))
  },

  leaveNext() {
    this.nextOffer((offer, action) => this.leaveOffer(offer, action))
  },

  decide(pair, op, value) {
    this.act(pair, op, value)
    this.done.push({ gone: true, undo: () => this.act(pair, op, { ...value, withdrawn: true }) })
  },

  makeRule(pair, { old, new: rewrite, source, times }) {
    this.decide(pair, "rule", { phrase: old, rewrite, source, reason: `Corrected to “${rewrite}” in ${counted(times, "segment")} of this project.` })
    this.say(`“${old}” is marked from now on (u takes it back)`)
  },

  leaveRecurring(pair, { pattern }) {
    const named = { pattern, scope: "everywhere" }
    this.act(pair, "dismiss", named)
    this.done.push({ gone: true, undo: () => this.act(pair, "restore", named) })
    this.say("Not offered again (u takes that back)")
  },
}
