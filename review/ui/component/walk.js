/* The way through the article: from pair to pair, or from finding to finding, and back to what a correction left open. */

/** The keys of a row's open findings that surely still stand when its text has changed beside them: neither `but` nor what a change elsewhere in the pair may have mended. */
function surelyOpen(row, but) {
  const sure = row.findings.filter((each) => !each.dismissed && each.side === "target" && !isBroad(each) && each.key !== but)
  return sure.map((each) => each.key)
}

const WALK = {
  /** To the next (1) or previous (-1) pair, over the page's edge where there is another page. */
  step(by) {
    const ids = [...this.rows.keys()]
    const next = ids.indexOf(this.current) + by
    const { page, pages } = this.data.view
    if (ids[next]) this.goTo(ids[next])
    else if (page + by >= 0 && page + by < pages) this.look({ page: page + by }, by < 0 ? { last: true } : {})
    else this.goTo(this.current)
  },

  /** Go on from pair to pair; what stands open on this one has been seen. */
  toPair(by) {
    this.walk = "pair"
    this.due.delete(this.current)
    this.step(by)
  },

  /** Go on from finding to finding, past the one that is shown. */
  toNext(by) {
    this.walk = "finding"
    this.pass()
    this.toFinding(by)
  },

  /** A finding's place in the reading order of the page. */
  place(row, finding) {
    return [[...this.rows.keys()].indexOf(row.id), finding.side === "source" ? 1 : 0, finding.start - 0.5]
  },

  openPlaces() {
    const found = [...this.rows.keys()].flatMap((id) => {
      const row = this.row(id)
      return row.findings.filter((each) => !each.dismissed).map((each) => ({ id, key: each.key, at: this.place(row, each) }))
    })
    return found.sort((one, other) => compared(one.at, other.at))
  },

  here(by) {
    const { row, finding, mark } = this.pointed()
    if (finding ?? mark) return this.place(row, finding ?? mark).map((part, at) => (at === 2 ? part + 0.25 * by : part))
    return [[...this.rows.keys()].indexOf(this.current), by > 0 ? -1 : 2]
  },

  /** To the next (1) or previous (-1) open finding after a place, over the page's edge where others are open; what a correction has left comes before all that is ahead. */
  toFinding(by, from = this.here(by)) {
    if (by > 0 && this.toLeft()) return undefined
    const places = this.openPlaces()
    const ahead = places.filter((each) => compared(each.at, from) * by > 0)
    if (ahead.length) return this.goTo(ahead.at(by > 0 ? 0 : -1).id, ahead.at(by > 0 ? 0 : -1).key)
    const { page, open_pages: open } = this.data.view
    const pages = open.filter((each) => (each - page) * by > 0)
    if (pages.length) return this.look({ page: by > 0 ? pages[0] : pages.at(-1) }, { finding: by })
    const { finding } = this.pointed()
    this.goTo(this.current, finding && !finding.dismissed ? finding.key : null)
    const elsewhere = open.some((each) => each !== page)
    if (!places.length && !elsewhere) return this.say(`No finding is open any more${filtersSet(this.data.view).length ? " in these pairs" : ""}`)
    return this.sayEnd(by, elsewhere || places.some(({ id, key }) => id !== this.current || key !== this.finding))
  },

  /** That no finding is open on this way, and whether any is on the other. */
  sayEnd(by, others) {
    this.say(by > 0 ? "No more open findings below" : "No open findings above")
    if (others && by > 0) this.sayToo("Some are open above", "p", "goes there")
  },

  /** A pair gets another text, written `at` a finding: what is then open on it is to be seen. Where the fix of one was taken, what was passed before stays passed. */
  hasChanged(pair, { accepted, at }) {
    if (!accepted) this.passed.delete(pair)
    this.setDue(pair, surelyOpen(this.row(pair), at))
  },

  setDue(pair, keys) {
    const passed = this.passed.get(pair)
    this.due.set(pair, new Set(keys.filter((each) => !passed?.has(each))))
  },

  /** The store has a text, and the checks have read it: they say what is open on its pair. Another one's text, or none, leaves nothing. */
  hearLeft({ pair, outcome, op, number, left }) {
    if (op !== "correct" || !this.due.has(pair)) return
    if (outcome === "saved") this.setDue(pair, left)
    else this.disputed.add(pair)
    if (outcome !== "saved" || !this.due.get(pair).size) this.due.delete(pair)
    else this.told = { pair, number }
  },

  /** Say that a pair has something open that its reviewer has gone on from. */
  sayLeft() {
    if (this.isAwaited()) return
    const { pair, number } = this.told ?? {}
    this.told = null
    const left = counted(this.due.get(pair)?.size ?? 0, "open finding")
    if (pair && pair !== this.current) this.sayToo(`Pair ${number} still has ${left}`, "n", "goes back there")
    else if (pair && !this.pointedByKeys()) this.sayToo(`This pair still has ${left}`, "n", "goes there")
  },

  /** What is shown has been seen: it is not brought up again. */
  pass(pair = this.current, name = this.finding) {
    if (!name) return
    if (!this.passed.has(pair)) this.passed.set(pair, new Set())
    this.passed.get(pair).add(name)
    this.due.get(pair)?.delete(name)
  },

  /** To a correction that was not saved, where one is on this page and was not gone to yet; whether there is one. */
  toDisputed() {
    const pair = [...this.disputed].find((id) => this.isDisputed(id))
    this.disputed.delete(pair)
    if (pair && pair !== this.current) this.goTo(pair, null, { centre: true })
    return Boolean(pair)
  },

  /** To the first finding that a correction has left open, on another page too; whether there is one. */
  toLeft() {
    if (this.toDisputed()) return true
    const first = this.openPlaces().find(({ id, key }) => this.due.get(id)?.has(key))
    if (first) this.goTo(first.id, first.key)
    if (first) return true
    const [pair, left] = [...this.due].find(([id, keys]) => keys.size && !this.rows.has(id)) ?? []
    if (!pair) return false
    // It comes back only where its page does.
    this.due.delete(pair)
    this.look({}, { pair, finding: 1, left })
    return true
  },

  /** Where a save leads, or what was done with a finding: to what is left open on a corrected pair, else on the way that one was going. */
  onward(from) {
    if (this.toLeft()) return
    if (this.walk === "finding") this.toFinding(1, from)
    else this.step(1)
  },

  /** A finding is dealt with: under the mouse it may be another than the keys are on. */
  onwardFrom(row, finding, from) {
    if (row.id !== this.current || finding.key !== this.finding) this.walk = "finding"
    this.onward(from)
  },

  /** The finding that the keys are on, with its row. */
  pointedByKeys() {
    const row = this.row(this.current)
    const finding = row.findings.find((each) => each.key === this.finding)
    return finding && { row, finding }
  },

  /** Where the finding is that the keys are on, when the store tells of its pair anew: its number among equal ones may be another. */
  findAgain(before) {
    const row = this.row(this.current)
    if (!before || !row || row.id !== before.row.id || row.findings.some((each) => each.key === before.finding.key)) return
    const { check, side, quote, start } = before.finding
    const alike = row.findings.filter((each) => each.check === check && each.side === side && each.quote === quote)
    alike.sort((one, other) => Math.abs(one.start - start) - Math.abs(other.start - start))
    if (alike.length) this.finding = alike[0].key
  },
}
