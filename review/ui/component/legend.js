/* The keys that hold where one is, on a slim line at the foot of the window: letters mean something else in each place. */

/** By place, the keys that matter most there, each with its meaning in a word or two. */
const LEGENDS = {
  reading: [[["n"], "next finding"], [["j", "k"], "next, previous pair"], [["e"], "edit"], [["y"], "approve"], [["m"], "mark an error"], [["u"], "undo"], [["/"], "search"], [["h"], "terms, memory, comments"]],
  finding: [[["a"], "take the fix"], [["e"], "edit"], [["d"], "dismiss"], [["m"], "mark as error"], [["n"], "next finding"], [["y"], "approve the pair"], [["u"], "undo"]],
  marked: [[["m"], "change the mark"], [["d"], "withdraw it"], [["Shift m"], "next mark"], [["u"], "undo"]],
  editor: [[["Ctrl Enter"], "save and go on"], [["Ctrl Shift Enter"], "save without an error"], [["Alt 1…9"], "category"], [["Alt ↑", "Alt ↓"], "severity"], [["Alt 0"], "no error"], [["Esc"], "leave, draft kept"]],
  conflict: [[["e"], "put both together"], [["m"], "use mine"], [["t"], "keep theirs"]],
  marking: [[["1", "…", "9"], "what kind of error"], [["←", "→"], "another word"], [["Shift ←", "Shift →"], "more words"], [["o"], "other side"], [["Esc"], "leave"]],
  grading: [[["1", "…", "9"], "how serious"], [["a", "…", "h"], "more exactly"], [["n"], "note"], [["Enter"], "keep"], [["Backspace"], "back"], [["Esc"], "leave"]],
  scoring: [[["↑", "↓"], "one more, less"], [["→", "←"], "ten more, less"], [["Enter"], "save and go on"], [["Esc"], "leave"]],
  tree: [[["↓", "↑"], "next, previous line"], [["→", "←"], "open, close"], [["Enter"], "show its pairs alone"], [["d"], "restore"], [["Esc"], "back to the pairs"]],
  search: [[["Enter"], "next hit"], [["Shift Enter"], "previous hit"], [["Esc"], "back to the pairs"]],
  others: [[["←", "→"], "choose"], [["x"], "take into the editor"], [["t"], "hide"], [["e"], "edit"]],
  alignment: [[["m"], "merge with next"], [["s"], "split"], [["f", "v"], "move a source sentence up, down"], [["g", "b"], "move a translated one"], [["u"], "undo"], [["l"], "hide"]],
}

/** Where the keys are: a name in LEGENDS. */
function placeOfKeys(screen) {
  if (screen.editing?.element.contains(document.activeElement)) return "editor"
  if (screen.marking) return screen.marking.step === "kind" ? "marking" : "grading"
  if (screen.scoring) return "scoring"
  if (screen.nodeAt().length) return "tree"
  if (screen.search.contains(document.activeElement)) return "search"
  if (screen.isDisputed()) return "conflict"
  if (screen.areLinksShown()) return "alignment"
  if (screen.areOthersShown()) return "others"
  const { finding, mark } = screen.pointed()
  return mark?.own ? "marked" : finding && !finding.dismissed ? "finding" : "reading"
}

/** The keys of a place that do something there: without a fix there is none to take. A save tells where it leads. */
function keysAt(screen, place) {
  if (place === "editor") return [[["Ctrl Enter"], `save, then the next ${screen.walk}`], ...LEGENDS.editor.slice(1)]
  const { row, finding } = place === "finding" ? screen.pointed() : {}
  const isFixed = finding?.fixes.some((_, choice) => fixed(row.text, finding, choice) !== null)
  return LEGENDS[place].filter(([[first]]) => first !== "a" || place !== "finding" || isFixed)
}

const HOLDING = {
  buildLegend() {
    this.legend = make("div", { class: "mtr-keys", role: "note", "aria-label": "Keys that hold here" })
    this.root.append(this.legend)
    return this.legend
  },

  paintLegend() {
    const place = this.current ? placeOfKeys(this) : "reading"
    const keys = keysAt(this, place)
    const signature = JSON.stringify([place, keys])
    if (this.legend.signature === signature) return
    this.legend.signature = signature
    this.legend.dataset.place = place
    const told = keys.map(([names, meaning]) => make("span", { class: "mtr-keys-one" }, ...names.map((name) => (name === "…" ? "…" : key(name))), meaning))
    const all = button("Show all keys (?)", { class: "mtr-link mtr-keys-all", mousedown: keepFocus, click: () => this.help() }, key("?"), "all keys")
    this.legend.replaceChildren(make("div", { class: "mtr-keys-told" }, ...told), all)
  },
}
