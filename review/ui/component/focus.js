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
    if (this.current !== id) Object.assign(this, { chosen: 0 }).bubble.hidden = true
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
    // A long text may be in sight and its finding not.
    if (!quiet && finding) marksOf(element, finding)[0]?.scrollIntoView({ block: "nearest" })
    this.address({ pair: id })
    this.paintFocus()
    this.askSoon()
  },

  /** Whether the keyboard is in the tree, the field of the search or a stranded text, where what arrives must leave it. */
  isBeside() {
    return [this.tree, this.search, this.stranded].some((each) => each.contains(document.activeElement))
  },

  /** To a pair that two people have corrected, where one is on this page. */
  toConflict() {
    const id = [...this.outbox.conflicts.keys()].find((each) => this.rows.has(each))
    if (id) this.goTo(id, null, { centre: true })
    else if (this.stranded.firstChild) this.stranded.firstChild.field.focus()
    else if (this.outbox.conflicts.size) this.look(UNFILTERED, { pair: [...this.outbox.conflicts.keys()][0] })
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
    this.paintLegend()
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
    placeCard(this, this.card, marks[0], { byMouse: this.byMouse || this.hovered !== null })
    this.placeNotice()
  },
}
