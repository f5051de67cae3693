/* Which pairs are looked at: the filters that are set, each of which can be lifted, and the address that brings them back. */

const STANDINGS = [
  ["all", "All", "pairs"],
  ["findings", "With findings", "pairs with open findings"],
  ["uncorrected", "Uncorrected", "pairs not corrected, approved or in question"],
  ["in work", "In work", "pairs that somebody is typing in, or has a draft of"],
  ["corrected", "Corrected", "pairs corrected"],
  ["approved", "Approved", "pairs approved"],
  ["question", "In question", "pairs in question"],
  ["comments", "Open comments", "pairs with open comments"],
  ["sample", "Sample", "pairs drawn at random"],
  ["weak", "Weak alignment", "pairs whose two texts may not belong together, not approved"],
]
/** What it means that no pair stands so. */
const NONE_STANDS = {
  findings: "No finding is open.",
  uncorrected: "Every pair is corrected, approved or in question.",
  "in work": "Nobody has a draft.",
  corrected: "No pair is corrected yet.",
  approved: "No pair is approved yet.",
  question: "No pair is in question.",
  comments: "No comment is open.",
  sample: "No sample was drawn yet: s draws one.",
  weak: "No alignment is weak.",
}
const RARE = ["in work", "question", "comments", "sample", "weak"]
/** What a view is without any filter; the address tells what differs from it. */
const UNFILTERED = { filter: "all", category: "", check: "", severity: "", side: "", dismissed: "", by: "", find: "", within: "", regex: "", case: "" }
const ANY = "any"
const ON_SIDE = { source: "in the source", target: "in the translation" }

function searchSaid({ find, regex, within }) {
  return `${regex ? `/${find}/` : `“${find}”`}${within ? ` ${ON_SIDE[within]}` : ""}`
}

function dismissedSaid(scope) {
  return scope === ANY ? "dismissed" : `dismissed ${SCOPES[scope] ?? scope}`
}

/** The filters that are set: name, what each says, and what lifts it. */
function filtersSet(view) {
  const standing = STANDINGS.find(([name]) => name === view.filter)
  const kind = view.check ? view.check_name : view.category === ANY ? "any finding" : view.category
  return [
    ["filter", view.filter !== "all" && (standing?.[1] ?? view.filter), { filter: "all" }],
    ["check", kind, { check: "", category: "" }],
    ["dismissed", view.dismissed && dismissedSaid(view.dismissed), { dismissed: "" }],
    ["severity", view.severity, { severity: "" }],
    ["side", view.side && (ON_SIDE[view.side] ?? view.side), { side: "" }],
    ["by", view.by && `by ${view.by}`, { by: "" }],
    ["find", view.find && searchSaid(view), { find: "" }],
  ].filter(([, said]) => said)
}

function standingChips(screen) {
  const { view, facets } = screen.data
  const shown = STANDINGS.filter(([name]) => !RARE.includes(name) || facets.standing[name] || view.filter === name)
  return shown.map(([name, label, help]) =>
    make(
      "button",
      { type: "button", class: "mtr-chip", title: `${facets.standing[name]} ${help}`, "data-name": name, "aria-pressed": String(view.filter === name), click: () => screen.look({ filter: name }) },
      label,
      make("span", { class: "mtr-chip-count" }, String(facets.standing[name])),
    ),
  )
}

function liftChip(screen, [name, said, change], number) {
  return button(
    `Lift the filter: ${said}`,
    { class: "mtr-chip mtr-set", "data-name": `set-${name}`, click: () => screen.look(change) },
    make("bdi", {}, said),
    number !== undefined && make("span", { class: "mtr-chip-count" }, `shows ${counted(number, "pair")}`),
    icon("dismiss"),
  )
}

/** The filters beyond the row of standings, as chips to lift; null where there is none. */
function setFilters(screen) {
  const set = filtersSet(screen.data.view).filter(([name]) => name !== "filter")
  if (!set.length) return null
  const all = button("Lift all filters", { class: "mtr-link", "data-name": "set-none", click: () => screen.look(UNFILTERED) }, "Lift all")
  return make(
    "div",
    { class: "mtr-filters mtr-sets", role: "group", "aria-label": "Filters that are set" },
    make("span", { class: "mtr-matching", role: "status" }, counted(screen.data.view.pairs, "pair")),
    ...set.map((each) => liftChip(screen, each)),
    set.length > 1 && all,
  )
}

function filtersOf(screen) {
  const findings = button(
    "Findings as a tree (f)",
    { class: "mtr-chip mtr-tree-toggle", "data-name": "tree", "aria-pressed": String(screen.treeShown), "aria-expanded": String(screen.treeShown), click: () => screen.toggleTree() },
    icon("tree"),
    "Findings",
  )
  const search = button("Search the texts (/)", { class: "mtr-chip mtr-search-toggle", "data-name": "search", click: () => screen.openSearch() }, icon("search"), "Search")
  const help = button("Show the keys (?)", { class: "mtr-help", click: () => screen.help() }, "?")
  const tools = make("div", { class: "mtr-tools" }, search, orderControl(screen), profileControl(screen), pagerOf(screen), screen.helpToggle, help)
  return make("div", { class: "mtr-filters", role: "group", "aria-label": "Which pairs" }, findings, ...standingChips(screen), tools)
}

/** How long, in ms, keys wait for the pairs that were asked for: no longer, for the network may be gone. */
const TURNS_WITHIN = 10000

const FILTERING = {
  /** Whether other pairs are on their way: what is struck meanwhile is meant for them, not for those that are still shown. */
  isTurning() {
    return this.isAwaited() && Date.now() - this.wanted.stamp < TURNS_WITHIN
  },

  /** Whether Python has not shown yet what was asked for last. */
  isAwaited() {
    return this.wanted?.stamp > this.data.view.stamp
  },

  strikeAhead(event) {
    event.preventDefault()
    this.ahead.push(event)
  },

  /** Do what was struck ahead, as far as it would not have gone into a field or a dialog that one of the keys has opened. */
  catchUp() {
    for (const event of this.ahead.splice(0)) {
      if (this.isTurning()) this.ahead.push(event)
      else if (!document.activeElement?.closest("input, textarea, select, dialog")) strike(this, event)
    }
  },

  /** Forget what was struck ahead of pairs that do not come. */
  giveUp() {
    this.ahead = []
    this.say("The pairs that you asked for have not come; the keys since then did nothing")
  },

  /** Show other pairs: filters, an order, a page. A change of what is looked for takes the place of the last one in the history. */
  look(change, arriving = {}) {
    this.closeEditing()
    const view = this.viewAsked()
    const kept = Object.fromEntries([...Object.keys(UNFILTERED), "order"].map((name) => [name, view[name]]))
    const wanted = { ...kept, page: 0, ...change }
    this.arriving = arriving
    const stamp = Date.now()
    const isOther = Object.keys(change).some((name) => name !== "page")
    const chosen = isOther ? stamp : view.chosen
    // Who looks at other pairs sees anew what is open on them.
    if (isOther) this.due.clear()
    this.wanted = { ...wanted, stamp, chosen, pair: arriving.pair ?? "" }
    this.tell("view", this.wanted)
    this.address(addressOf(wanted), { remembered: !(change.find && view.find) })
  },

  /** The view that was asked for last, though Python may not have shown it yet. */
  viewAsked() {
    return this.isAwaited() ? this.wanted : this.data.view
  },

  /** Keep the place in the window's address, so that a reload or a link comes back to it, and the way back where it is `remembered`. */
  address(change, { remembered = false } = {}) {
    const url = new URL(window.location.href)
    for (const [name, value] of Object.entries({ article: this.data.article.id, ...change })) {
      if (value === null) url.searchParams.delete(name)
      else url.searchParams.set(name, value)
    }
    if (url.href === window.location.href) return
    window.history[remembered ? "pushState" : "replaceState"](window.history.state, "", url)
  },

  /** Look at what the address says, when the browser went back to it. */
  revisit() {
    const { pathname, searchParams: asked } = new URL(window.location.href)
    if (pathname !== this.path || asked.get("article") !== this.data.article.id) return
    const told = Object.fromEntries(Object.entries({ ...UNFILTERED, order: "" }).map(([name, none]) => [name, asked.get(name) ?? none]))
    const pair = asked.get("pair") ?? ""
    this.closeEditing()
    this.due.clear()
    this.arriving = { pair }
    const stamp = Date.now()
    this.wanted = { ...told, page: Number(asked.get("page") ?? 1) - 1, stamp, chosen: stamp, pair }
    this.tell("view", this.wanted)
  },

  /** What is said where nothing is shown. */
  nothing(chips) {
    const { view } = this.data
    if (chips.length > 1) return "No pair matches all of these filters. Lift one:"
    if (view.find) return "Nothing found. Lift the search:"
    if (view.filter !== "all") return `${NONE_STANDS[view.filter] ?? "No pair matches this filter."} Lift the filter:`
    return chips.length ? "No pair matches this filter. Lift it:" : "There is no pair here."
  },

  emptiness() {
    const { view, lifts } = this.data
    const chips = filtersSet(view).filter(([name]) => name in lifts).map((each) => liftChip(this, each, lifts[each[0]]))
    const all = button("Show all pairs", { class: "mtr-button", click: () => this.look(UNFILTERED) }, "Show all pairs")
    return make("div", { class: "mtr-empty" }, make("p", {}, this.nothing(chips)), chips.length > 0 && make("div", { class: "mtr-filters" }, ...chips), all)
  },
}

/** What the address says of a view: what differs from an unfiltered one, pages counted from 1. */
function addressOf(view) {
  const told = Object.entries({ ...UNFILTERED, order: "" }).map(([name, none]) => [name, view[name] === none ? null : view[name]])
  return { ...Object.fromEntries(told), page: view.page ? String(view.page + 1) : null, pair: null }
}
