/* Mending the alignment at a pair: which sentences stand side by side. What a reviewer has mended stays. */

const LINK_KEYS = [
  [["l"], "show or hide what mends the alignment of the pair"],
  [["m"], "merge the pair with the next"],
  [["s"], "split off its first sentences"],
  [["f", "v"], "move its first source sentence to the pair above, its last to the one below"],
  [["g", "b"], "the same with its translation"],
]
const LINK_ACTS = {
  l: (screen) => screen.toggleLinks(),
  m: (screen) => screen.mend("merge"),
  s: (screen) => screen.mend("split"),
  f: (screen) => screen.mend("source up"),
  v: (screen) => screen.mend("source down"),
  g: (screen) => screen.mend("target up"),
  b: (screen) => screen.mend("target down"),
}
/** Lines of the strip: what they are about, and kind, key and label of each repair. */
const REPAIRS = [
  ["", [["merge", "m", "Merge with next"], ["split", "s", "Split"]]],
  ["Source", [["source up", "f", "First sentence up"], ["source down", "v", "Last sentence down"]]],
  ["Translation", [["target up", "g", "First sentence up"], ["target down", "b", "Last sentence down"]]],
]
const KEPT = "This pair is corrected: only a merger keeps what was written"

/** Why a pair cannot be mended so; "" where it can. */
function hindrance(row, kind, pairs) {
  const [source, target] = row.sentences
  const [what, way] = kind.split(" ")
  if (row.draft !== null) return "A draft is open: save it or throw it away before"
  if (kind !== "merge" && row.text !== row.original) return KEPT
  if (kind === "split") return source + target > 1 ? "" : "It is a single sentence"
  if (way === "up" ? row.number === 1 : row.number === pairs) return `There is no pair ${way === "up" ? "above" : "below"}`
  return kind === "merge" || row.sentences[what === "source" ? 0 : 1] ? "" : "It has no such sentence"
}

function fillLinks(screen, panel, row) {
  const act = (about, [kind, name, label]) => {
    const why = hindrance(row, kind, screen.data.view.counts.all)
    return button(why || [about, label].filter(Boolean).join(": "), { class: "mtr-button", disabled: Boolean(why), click: () => screen.mend(kind, row.id) }, label, key(name))
  }
  const hide = button("Hide", { class: "mtr-button", click: () => screen.toggleLinks(row.id) }, "Hide", key("l"))
  const lines = REPAIRS.map(([about, kinds]) => make("div", { class: "mtr-editor-foot" }, about && make("span", { class: "mtr-links-about" }, about), ...kinds.map((kind) => act(about, kind)), !about && hide))
  const again = button("Align the whole article again", { class: "mtr-link", click: () => screen.askRealign() }, "Align again…")
  panel.replaceChildren(...lines, make("div", { class: "mtr-editor-foot" }, make("span", { class: "mtr-links-about" }, "Article"), again))
}

const LINKS = {
  toggleLinks(pair = this.current) {
    const shown = this.linksShown && this.current === pair
    this.linksShown = !shown
    return this.goTo(pair)
  },

  areLinksShown() {
    return this.linksShown && this.rows.has(this.current)
  },

  paintLinks() {
    const panel = this.elements.get(this.current)?.querySelector(".mtr-links")
    for (const shown of this.list.querySelectorAll(".mtr-links:not(:empty)"))
      if (shown !== panel || !this.areLinksShown()) {
        shown.replaceChildren()
        shown.signature = ""
      }
    if (!panel || !this.areLinksShown()) return
    const row = this.row(this.current)
    refill(panel, [row.number, row.sentences, row.draft, row.text, row.original, this.data.view.counts.all], () => fillLinks(this, panel, row))
  },

  mend(kind, pair = this.current) {
    const why = this.editing ? "Save or leave the text first" : hindrance(this.row(pair), kind, this.data.view.counts.all)
    if (why) return this.say(why)
    this.done.push({ pair, gone: true, undo: () => this.act(pair, "repair", "undo", 0) })
    return this.act(pair, "repair", kind)
  },
}
