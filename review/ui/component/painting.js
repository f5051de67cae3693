/* Painting: only rows that show something new are built again. */

const PAINTING = {
  paint() {
    fillHeader(this, this.head)
    this.paintStranded()
    this.paintTree()
    this.paintRows()
    this.paintSearch()
    this.paintFocus()
    this.paintState()
    if (this.editing) paintHint(this)
  },

  paintRows() {
    const ids = [...this.rows.keys()]
    if (this.editing && !this.rows.has(this.editing.pair)) this.strand()
    for (const [id, element] of this.elements) {
      if (this.rows.has(id)) continue
      element.remove()
      this.elements.delete(id)
      this.signatures.delete(id)
    }
    for (const id of ids) this.fill(id)
    setChildren(this.list, ids.length ? ids.map((id) => this.elements.get(id)) : [this.emptiness()])
    if (!ids.length) this.current = null
    if (this.current && !this.rows.has(this.current) && !this.arriving) this.arriving = { pair: ids[Math.min(this.at, ids.length - 1)], near: true }
  },

  /** Build a row again when what it shows has changed; whether it did. */
  fill(id) {
    const row = this.row(id)
    const signature = JSON.stringify([row, this.outbox.conflicts.get(id), this.data.view.order, this.profile.id, this.commenting.waits(id), this.baseOf(row).name])
    if (this.signatures.get(id) === signature) return false
    if (!this.elements.has(id)) this.elements.set(id, rowElement(this, id))
    fillRow(this, this.elements.get(id), row)
    this.signatures.set(id, signature)
    return true
  },

  /** One row after an act on it. */
  refresh(id) {
    this.fill(id)
    this.paintHits()
    this.paintFocus()
    this.paintState()
  },

  /** A short light on a row whose text has changed. */
  flash(id) {
    const element = this.elements.get(id)
    element?.classList.remove("mtr-flash")
    void element?.offsetWidth
    element?.classList.add("mtr-flash")
  },

  /** Show the word on what was done where it hides nothing of the card. */
  placeNotice() {
    this.notice.classList.remove("mtr-high")
    this.notice.style.top = ""
    if (this.card.hidden) return
    const [card, notice] = [this.card, this.notice].map((element) => element.getBoundingClientRect())
    const apart = card.bottom < notice.top || card.top > notice.bottom || card.right < notice.left || card.left > notice.right
    this.notice.classList.toggle("mtr-high", !apart)
    if (!apart) this.notice.style.top = `${ceilingOf(this) + GAP}px`
  },

  paintState() {
    const [state, sentence] = savedState(this.outbox, this.savedAt, this.savedWhat, Date.now())
    if (this.saved.textContent === sentence) return
    this.saved.dataset.state = state
    this.saved.textContent = sentence
  },
}
