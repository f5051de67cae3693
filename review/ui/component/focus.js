/* Where the reviewer is: the current pair, the finding in it, and the card that belongs to it. */

const HOVER_DELAY = 140
const LEAVE_DELAY = 260

/** The order of two places: negative, 0 or positive. */
function compared(one, other) {
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const difference = (one[at] ?? -1) - (other[at] ?? -1)
    if (difference) return difference
  }
  return 0
}

const FOCUS = {
  /** Make a pair the current one, and a finding in it; an open editor elsewhere is saved. */
  goTo(id, finding = null, { quiet = false, centre = false, stay = false } = {}) {
    clearTimeout(this.hovering)
    if (this.editing && this.editing.pair !== id) this.closeEditing()
    if (this.marking && this.marking.pair !== id) this.leaveMarking()
    const before = this.elements.get(this.current)
    before?.classList.remove("mtr-current")
    before?.setAttribute("tabindex", "-1")
    if (this.current !== id) this.chosen = 0
    this.current = id
    this.at = [...this.rows.keys()].indexOf(id)
    this.finding = finding
    this.hovered = null
    this.byMouse = quiet
    const element = this.elements.get(id)
    element.classList.add("mtr-current")
    element.setAttribute("tabindex", "0")
    if (!this.editing && !stay) element.focus({ preventScroll: true })
    if (!quiet) element.scrollIntoView({ block: centre ? "center" : "nearest" })
    this.address({ pair: id })
    this.paintFocus()
    this.askSoon()
  },

  /** Whether the keyboard is in the tree, the field of the search or a stranded text, where what arrives must leave it. */
  isBeside() {
    return [this.tree, this.search, this.stranded].some((each) => each.contains(document.activeElement))
  },

  /** To the next (1) or previous (-1) pair, over the page's edge where there is another page. */
  step(by) {
    const ids = [...this.rows.keys()]
    const next = ids.indexOf(this.current) + by
    const { page, pages } = this.data.view
    if (ids[next]) this.goTo(ids[next])
    else if (page + by >= 0 && page + by < pages) this.look({ page: page + by }, by < 0 ? { last: true } : {})
    else this.goTo(this.current)
  },

  /** A finding's place in the reading order of the page. */
  place(row, finding) {
    return [[...this.rows.keys()].indexOf(row.id), finding.side === "source" ? 1 : 0, finding.start - 0.5]
  },

  openPlaces() {
    return [...this.rows.keys()].flatMap((id) => {
      const row = this.row(id)
      return row.findings.filter((each) => !each.dismissed).map((each) => ({ id, key: each.key, at: this.place(row, each) }))
    })
  },

  /** To the next (1) or previous (-1) open finding after a place, over the page's edge where others are open. */
  toFinding(by, from = this.here(by)) {
    const ahead = this.openPlaces().filter((each) => compared(each.at, from) * by > 0).sort((one, other) => compared(one.at, other.at) * by)
    if (ahead.length) return this.goTo(ahead[0].id, ahead[0].key)
    const { page, open_pages: open } = this.data.view
    const pages = open.filter((each) => (each - page) * by > 0)
    if (pages.length) return this.look({ page: by > 0 ? pages[0] : pages.at(-1) }, { finding: by })
    const { finding } = this.pointed()
    this.goTo(this.current, finding && !finding.dismissed ? finding.key : null)
    return this.say(by > 0 ? "No more open findings below" : "No open findings above")
  },

  /** To a pair that two people have corrected, where one is on this page. */
  toConflict() {
    const id = [...this.outbox.conflicts.keys()].find((each) => this.rows.has(each))
    if (id) this.goTo(id, null, { centre: true })
    else if (this.stranded.firstChild) this.stranded.firstChild.field.focus()
    else if (this.outbox.conflicts.size) this.look(UNFILTERED, { pair: [...this.outbox.conflicts.keys()][0] })
  },

  here(by) {
    const { row, finding, mark } = this.pointed()
    if (finding ?? mark) return this.place(row, finding ?? mark).map((part, at) => (at === 2 ? part + 0.25 * by : part))
    return [[...this.rows.keys()].indexOf(this.current), by > 0 ? -1 : 2]
  },

  /** The pair and the finding, or the reviewer's mark, that the keys act on: that under the mouse, or else the focused one. */
  pointed() {
    const at = this.hovered ?? { pair: this.current, key: this.finding }
    const row = this.row(at.pair)
    const keyed = (list) => list?.find((each) => each.key === at.key) ?? null
    return { row, finding: keyed(row?.findings), mark: keyed(row?.marks) }
  },

  /** Whether the mouse is elsewhere than it was last: a browser also tells of one that rests while the page scrolls under it. */
  hasMoved(event) {
    const at = `${event.screenX},${event.screenY}`
    const moved = at !== this.mouseAt
    this.mouseAt = at
    return moved
  },

  hover(mark) {
    clearTimeout(this.hovering)
    const id = mark?.closest(".mtr-row").dataset.pair
    const wanted = mark ? { pair: id, key: mark.findings.includes(this.finding) && id === this.current ? this.finding : mark.findings[0] } : null
    this.hovering = setTimeout(() => {
      if (this.hovered === wanted || this.editing) return
      this.hovered = wanted
      this.paintFocus()
    }, mark ? HOVER_DELAY : LEAVE_DELAY)
  },

  hideCard() {
    this.card.hidden = true
    this.lightAgain()
    for (const name of LIGHTS) CSS.highlights?.delete(name)
    for (const lit of this.list.querySelectorAll(".mtr-lit")) lit.classList.remove("mtr-lit", "mtr-wide", "mtr-narrow")
  },

  /** Light the pointed finding and put its card beside it; without one, the words of the pair where they are asked for. */
  paintFocus() {
    this.hideCard()
    this.paintHelp()
    this.paintOthers()
    this.paintLinks()
    if (this.paintMarking() || this.paintScoring()) return
    const { row, finding, mark } = this.pointed()
    if (!row || (this.editing && this.editing.pair === row.id)) return
    if (mark) return this.paintMark(row, mark)
    if (!finding) return this.paintWords()
    const element = this.elements.get(row.id)
    const marks = marksOf(element, finding.key)
    if (!marks.length) return
    for (const mark of marks) mark.classList.add("mtr-lit", isBroad(finding) ? "mtr-wide" : "mtr-narrow")
    lightCounterpart(element, row, finding)
    refill(this.card, [row.id, row.text, finding], () => fillCard(this, this.card, row, finding))
    placeCard(this.root, this.card, marks[0], { byMouse: this.byMouse || this.hovered !== null })
    this.placeNotice()
  },
}
