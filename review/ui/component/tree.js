/* The findings as a tree: category, check, number. Choosing a node filters the rows; what was dismissed is restored here. */

const TREE_KEYS = [
  [["↓", "↑"], "next, previous line"],
  [["→", "←"], "open it, or go in; close it, or go out"],
  [["Home", "End"], "first, last line"],
  [["Enter"], "show its pairs alone, or all again"],
  [["d"], "restore what was dismissed"],
  [["Esc"], "back to the pairs"],
]
const TREE_ACTS = {
  ArrowDown: (screen) => screen.toNode(1),
  ArrowUp: (screen) => screen.toNode(-1),
  ArrowRight: (screen) => screen.unfold(true),
  ArrowLeft: (screen) => screen.unfold(false),
  Home: (screen) => screen.toNode(-Infinity),
  End: (screen) => screen.toNode(Infinity),
  Enter: (screen) => screen.chooseNode(),
  d: (screen) => screen.restoreNode(),
  Escape: (screen) => screen.leaveTree(),
}
const TREE_KEPT = "mtreview|tree"
const TREE_ANEW = { category: "", check: "", dismissed: "" }
const SCOPE_NAMES = { here: "Here", article: "In this article", everywhere: "In every article" }

function dismissalNode(screen, scope, said) {
  return {
    id: `dismissed|${scope}|${said.pair}|${said.named}`,
    label: said.quote ? `“${visible(said.quote)}”` : "a place",
    about: said.name,
    help: said.reason,
    count: said.count,
    change: { ...TREE_ANEW, dismissed: scope, check: said.check },
    restore: () => screen.restoreFrom(said, scope),
  }
}

function dismissedNode(screen) {
  const scopes = screen.data.tree.dismissed.filter(({ count }) => count > 0)
  if (!scopes.length) return []
  const children = scopes.map(({ scope, count, said, more }) => ({
    id: `dismissed|${scope}`,
    label: SCOPE_NAMES[scope],
    about: more ? `and ${more} more kinds` : "",
    count,
    change: { ...TREE_ANEW, dismissed: scope },
    children: said.map((each) => dismissalNode(screen, scope, each)),
  }))
  return [{ id: "dismissed", label: "Dismissed", count: scopes.reduce((sum, each) => sum + each.count, 0), change: { ...TREE_ANEW, dismissed: ANY }, children }]
}

function checkNode(screen, category, check) {
  return {
    id: `${category}|${check.id}`,
    label: check.name,
    about: check.right,
    help: (screen.data.records[check.id] ?? []).join(". "),
    count: check.count,
    severities: check.severities,
    change: { ...TREE_ANEW, category, check: check.id },
  }
}

/** The nodes of the tree, each with those below it. */
function nodesOf(screen) {
  const { count, categories } = screen.data.tree
  const below = categories.map(({ name, count: number, severities, checks }) => ({
    id: name,
    label: name,
    count: number,
    severities,
    change: { ...TREE_ANEW, category: name },
    children: checks.map((check) => checkNode(screen, name, check)),
  }))
  return [{ id: "all", label: "All open findings", count, change: { ...TREE_ANEW, category: ANY } }, ...below, ...dismissedNode(screen)]
}

function severitiesOf(node) {
  const found = Object.entries(node.severities ?? {})
  if (!found.length) return null
  const said = found.map(([name, number]) => `${number} ${name}`).join(", ")
  return make("span", { class: "mtr-weights", role: "img", "aria-label": said, title: said }, ...found.map(([name, number]) => make("span", { class: `mtr-weight-of mtr-${name}` }, String(number))))
}

function isChosen(screen, node) {
  return Object.entries(node.change).every(([name, value]) => screen.data.view[name] === value)
}

function nodeElement(screen, node, level) {
  const folded = node.children?.length ? screen.folded.has(node.id) : null
  const line = make(
    "div",
    { class: "mtr-node", title: node.help || null, style: `--level:${level - 1}` },
    make("span", { class: "mtr-twist", "aria-hidden": "true" }, folded === null ? "" : icon(folded ? "after" : "below")),
    make("span", { class: "mtr-node-name" }, make("bdi", {}, node.label), node.about && make("small", {}, node.about)),
    severitiesOf(node),
    node.restore && make("button", { type: "button", class: "mtr-act", tabindex: "-1", "aria-label": `Restore ${node.label}`, title: "Restore (d)", click: (event) => (event.stopPropagation(), node.restore()) }, icon("restore")),
    Object.keys(node.severities ?? {}).length !== 1 && make("span", { class: "mtr-node-count" }, String(node.count)),
  )
  const group = folded === false && make("div", { role: "group" }, ...node.children.map((child) => nodeElement(screen, child, level + 1)))
  const element = make("div", { role: "treeitem", tabindex: "-1", "aria-level": String(level), "aria-selected": String(isChosen(screen, node)), "aria-expanded": folded === null ? null : String(!folded) }, line, group)
  element.node = node
  line.addEventListener("click", (event) => {
    screen.focusNode(element)
    if (event.target.closest(".mtr-twist") && folded !== null) screen.unfold(folded)
    else screen.chooseNode()
  })
  return element
}

/** Buttons for the values of a filter that occur, with how many findings or pairs each has. */
function facetOf(screen, name, title, values) {
  const { view, facets } = screen.data
  const shown = values(Object.keys(facets[name])).filter((value) => facets[name][value] || view[name] === value)
  if (!shown.length) return null
  const chips = shown.map((value) =>
    make(
      "button",
      { type: "button", class: "mtr-chip", "data-name": `${name}-${value}`, "aria-pressed": String(view[name] === value), click: () => screen.look({ [name]: view[name] === value ? "" : value }) },
      make("bdi", {}, name === "side" ? { source: "Source", target: "Translation" }[value] ?? value : value),
      make("span", { class: "mtr-chip-count" }, String(facets[name][value] ?? 0)),
    ),
  )
  return make("div", { class: "mtr-facet", role: "group", "aria-label": title }, make("h3", {}, title), ...chips)
}

function fillTree(screen, pane) {
  const nodes = nodesOf(screen)
  const tree = make("div", { role: "tree", "aria-label": "Findings" }, ...nodes.map((node) => nodeElement(screen, node, 1)))
  const close = button("Hide the tree (f)", { class: "mtr-act mtr-tree-close", "data-name": "tree-close", click: () => screen.toggleTree() }, icon("dismiss"))
  const facets = [
    facetOf(screen, "severity", "Severity", () => [...SEVERITIES].reverse()),
    facetOf(screen, "side", "Side", () => ["source", "target"]),
    facetOf(screen, "by", "Corrected or judged by", (names) => [...new Set([...names, screen.data.view.by])].filter(Boolean)),
  ]
  pane.replaceChildren(...[make("h2", {}, "Findings", close), tree, ...facets].filter(Boolean))
}

const TREE = {
  buildTree() {
    const asked = new URL(window.location.href).searchParams.get("tree")
    this.treeShown = asked === null ? browserStorage()?.getItem(TREE_KEPT) === "1" : asked === "1"
    this.folded = new Set(["dismissed"])
    this.tree = make("aside", { class: "mtr-tree", "aria-label": "Findings and filters" })
    return this.tree
  },

  toggleTree() {
    this.treeShown = !this.treeShown
    browserStorage()?.setItem(TREE_KEPT, this.treeShown ? "1" : "")
    this.address({ tree: this.treeShown ? "1" : null })
    this.paint()
    if (this.treeShown) this.focusNode(this.nodeElements().find((each) => each.getAttribute("aria-selected") === "true") ?? this.nodeElements()[0])
    else this.leaveTree()
  },

  paintTree() {
    this.tree.hidden = !this.treeShown
    this.panes.classList.toggle("mtr-with-tree", this.treeShown)
    if (!this.treeShown) return
    const { tree, facets, view, records } = this.data
    const signature = JSON.stringify([tree, facets, view, records, [...this.folded]])
    if (this.tree.signature === signature) return
    this.tree.signature = signature
    const focused = this.tree.contains(document.activeElement) ? document.activeElement : null
    const [at, name] = [this.nodeElements().indexOf(focused), focused?.dataset.name]
    fillTree(this, this.tree)
    const elements = this.nodeElements()
    const again = elements.find(({ node }) => node.id === focused?.node?.id) ?? elements[Math.min(at, elements.length - 1)]
    if (again) this.focusNode(again)
    else elements[0]?.setAttribute("tabindex", "0")
    if (name) this.tree.querySelector(`[data-name="${CSS.escape(name)}"]`)?.focus()
  },

  nodeElements() {
    return [...this.tree.querySelectorAll("[role='treeitem']")]
  },

  /** The node that has the focus, as [element, node]; [] where none has. */
  nodeAt() {
    const element = document.activeElement?.closest?.("[role='treeitem']")
    return element && this.tree.contains(element) ? [element, element.node] : []
  },

  focusNode(element) {
    for (const other of this.nodeElements()) other.setAttribute("tabindex", "-1")
    element?.setAttribute("tabindex", "0")
    element?.focus()
  },

  toNode(by) {
    const elements = this.nodeElements()
    const wanted = elements.indexOf(this.nodeAt()[0]) + by
    this.focusNode(elements[Math.max(0, Math.min(wanted, elements.length - 1))])
  },

  /** Open a closed node or go to its first child; close an open one or go to its parent. */
  unfold(open) {
    const [element, node] = this.nodeAt()
    if (!element) return
    const folded = node.children?.length ? this.folded.has(node.id) : null
    if (folded === open) this.refold(node.id, open)
    else if (open && folded === false) this.toNode(1)
    else if (!open) this.focusNode(element.parentElement.closest("[role='treeitem']") ?? element)
  },

  refold(id, open) {
    if (open) this.folded.delete(id)
    else this.folded.add(id)
    this.paintTree()
  },

  chooseNode() {
    const [, node] = this.nodeAt()
    if (node) this.look(isChosen(this, node) ? TREE_ANEW : node.change)
  },

  restoreNode() {
    this.nodeAt()[1]?.restore?.()
  },

  /** Take a dismissal back, in the scope that it was made in. */
  restoreFrom({ pair, named, reason }, scope) {
    const said = scope === "here" ? named : { pattern: named, scope }
    this.act(pair, "restore", said, 0)
    this.done.push({ gone: true, undo: () => this.act(pair, "dismiss", said, 0) })
    if (this.rows.has(pair)) this.refresh(pair)
    this.say(`Restored ${SCOPES[scope]}: ${reason}`)
  },

  /** Whether the pane lies over the pairs, as it does on a narrow window. */
  isDrawer() {
    return this.treeShown && getComputedStyle(this.tree).position === "fixed"
  },

  /** A click beside the drawer closes it. */
  clickBeside(event) {
    if (this.isDrawer() && !event.target.closest(".mtr-tree, .mtr-tree-toggle")) this.toggleTree()
  },

  leaveTree() {
    if (this.isDrawer()) return this.toggleTree()
    return this.current && this.goTo(this.current)
  },
}
