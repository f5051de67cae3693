/* Looking for words or an expression in the texts: the field, the hits in the rows, and the way from one to the next. */

const SEARCH_KEYS = [
  [["Enter"], "next hit"],
  [["Shift Enter"], "previous hit"],
  [["Esc"], "back to the pairs; what was found stays"],
]
const SEARCH_ACTS = {
  Enter: (screen) => screen.toHit(1),
  "Shift Enter": (screen) => screen.toHit(-1),
  Escape: (screen) => screen.leaveSearch(),
}
const SEARCH_DELAY = 220
const WITHIN = [["", "Both sides"], ["source", "Source"], ["target", "Translation"]]

function searchToggle(screen, name, label, shown) {
  const pressed = () => (screen.viewAsked()[name] ? "" : "1")
  return button(label, { class: "mtr-search-option", "data-option": name, "aria-pressed": "false", click: () => screen.look({ ...screen.typed(), [name]: pressed() }) }, shown)
}

function searchBar(screen) {
  const field = make("input", { class: "mtr-search-field", type: "text", dir: "auto", placeholder: "Search", "aria-label": "Search the texts", autocomplete: "off", spellcheck: "false", maxlength: "500" })
  field.addEventListener("input", () => screen.searchSoon())
  field.addEventListener("keydown", (event) => searchKey(screen, event))
  const within = make("select", { class: "mtr-select", "aria-label": "Where to search", change: () => screen.look(screen.typed()) }, ...WITHIN.map(([value, label]) => make("option", { value }, label)))
  const said = make("span", { class: "mtr-search-said", role: "status" })
  const error = make("p", { class: "mtr-search-error", role: "alert" })
  const line = make(
    "div",
    { class: "mtr-search-line" },
    icon("search"),
    field,
    searchToggle(screen, "case", "Capitals count", "Aa"),
    searchToggle(screen, "regex", "Regular expression", ".*"),
    within,
    said,
    button("Previous hit (Shift Enter)", { class: "mtr-act", click: () => screen.toHit(-1) }, icon("above")),
    button("Next hit (Enter)", { class: "mtr-act", click: () => screen.toHit(1) }, icon("below")),
    button("End the search", { class: "mtr-act", click: () => screen.endSearch() }, icon("dismiss")),
  )
  const bar = make("div", { class: "mtr-search", role: "search", hidden: true }, line, error)
  return Object.assign(bar, { field, within, said, error })
}

function searchKey(screen, event) {
  if (isComposing(event)) return
  event.stopPropagation()
  const act = SEARCH_ACTS[event.shiftKey && event.key === "Enter" ? "Shift Enter" : event.key]
  if (!act) return
  event.preventDefault()
  act(screen)
}

/** The places looked for in a row as DOM ranges, in the order of reading; those in a text that has changed since are gone. */
function hitsIn(screen, id) {
  const [row, sent] = [screen.row(id), screen.rows.get(id)]
  const shown = { source: true, target: row.text === sent.text && screen.editing?.pair !== id }
  const texts = textsOf(screen.elements.get(id))
  return ["source", "target"].flatMap((side) => (shown[side] && texts[side] ? (sent.hits[side] ?? []).map((place) => rangeIn(texts[side], ...place)).filter(Boolean).map((range) => ({ id, range })) : []))
}

/** Which hit of how many is the current one, and in how many pairs they are. */
function hitsSaid({ data: { view }, hits, hitAt }) {
  if (!view.find || view.error) return ""
  const at = hits.length ? `${hitAt + 1} of ${hits.length}${view.pages > 1 ? " on this page" : ""}, ` : ""
  return `${at}${counted(view.pairs, "pair")}`
}

const SEARCH = {
  openSearch() {
    this.search.hidden = false
    this.search.field.focus()
    this.search.field.select()
  },

  /** What the field and the controls beside it say. */
  typed() {
    return { find: this.search.field.value, within: this.search.within.value }
  },

  searchSoon() {
    clearTimeout(this.searching)
    this.searching = setTimeout(() => this.searchNow(), SEARCH_DELAY)
  },

  searchNow() {
    clearTimeout(this.searching)
    this.searching = 0
    if (this.typed().find !== this.viewAsked().find) this.look(this.typed())
  },

  /** To the next (1) or previous (-1) hit, over the page's edge where there is another page. */
  toHit(by) {
    if (this.searching || this.typed().find !== this.data.view.find) return this.searchNow()
    if (!this.hits.length) return undefined
    const { page, pages } = this.data.view
    const next = this.hitAt + by
    if (!this.hits[next] && pages > 1) return this.look({ page: (page + by + pages) % pages }, { hit: by })
    this.hitAt = (next + this.hits.length) % this.hits.length
    return this.goToHit()
  },

  goToHit() {
    const { id, range } = this.hits[this.hitAt]
    this.goTo(id, null, { stay: true })
    this.paintHits()
    const { top, bottom } = range.getBoundingClientRect()
    if (top < this.header.getBoundingClientRect().bottom || bottom > window.innerHeight - 40) range.startContainer.parentElement.scrollIntoView({ block: "center" })
  },

  leaveSearch() {
    this.searchNow()
    if (!this.data.view.find && !this.typed().find) this.search.hidden = true
    return this.current ? this.goTo(this.current) : this.endSearch()
  },

  /** Lift the search, and stay with the pair that it led to. */
  endSearch() {
    this.search.hidden = true
    this.search.field.value = ""
    if (this.data.view.find) this.look({ find: "" }, { pair: this.current })
    else if (this.current) this.goTo(this.current)
  },

  paintSearch() {
    const { view } = this.data
    const { field, within, error } = this.search
    const typing = document.activeElement === field
    if (view.find) this.search.hidden = false
    if (!typing && !this.searching) [field.value, within.value] = [view.find, view.within]
    for (const option of this.search.querySelectorAll(".mtr-search-option")) option.setAttribute("aria-pressed", String(Boolean(view[option.dataset.option])))
    error.textContent = view.error
    field.setAttribute("aria-invalid", String(Boolean(view.error)))
    this.paintHits()
  },

  /** Light the places looked for; the one that Enter went to stands out. */
  paintHits() {
    this.hits = this.data.view.find ? [...this.rows.keys()].flatMap((id) => hitsIn(this, id)) : []
    this.hitAt = Math.max(0, Math.min(this.hitAt, this.hits.length - 1))
    light("mtr-hit", this.hits.map(({ range }) => range))
    light("mtr-hit-here", this.hits.slice(this.hitAt, this.hitAt + 1).map(({ range }) => range))
    this.search.said.textContent = hitsSaid(this)
  },
}
