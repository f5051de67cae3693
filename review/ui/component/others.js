/* What other systems made of the same source: under the translation, with what differs tinted, to be taken whole or in parts. */

const OTHER_KEYS = [
  [["t"], "show or hide the other translations of the pair"],
  [["←", "→"], "choose among them, and among the words that differ"],
  [["x"], "take what is chosen, or selected, into the editor"],
]
const OTHER_ACTS = {
  t: (screen) => screen.toggleOthers(),
  ArrowLeft: (screen) => screen.choose(-1),
  ArrowRight: (screen) => screen.choose(1),
  x: (screen) => screen.takeChosen(),
}
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*|\S/gu
/** Cells of the table of two texts' words; texts whose product is greater differ as wholes. */
const MOST_CELLS = 4_000_000

/** The words and marks of a text as [start, end, word]; white space lies between them. */
function wordsIn(text) {
  return [...text.matchAll(WORD)].map((found) => [found.index, found.index + found[0].length, found[0]])
}

/** Pairs of indexes of the words that two lists have in common, in order: a longest common subsequence. */
function common(one, other) {
  const same = (i, j) => one[i][2] === other[j][2]
  let head = 0
  while (head < one.length && head < other.length && same(head, head)) head += 1
  let tail = 0
  while (tail < one.length - head && tail < other.length - head && same(one.length - 1 - tail, other.length - 1 - tail)) tail += 1
  const [rows, columns] = [one.length - head - tail, other.length - head - tail]
  const found = Array.from({ length: head }, (_, at) => [at, at])
  if (rows * columns <= MOST_CELLS) found.push(...longest(rows, columns, (i, j) => same(head + i, head + j)).map(([i, j]) => [head + i, head + j]))
  return [...found, ...Array.from({ length: tail }, (_, at) => [one.length - tail + at, other.length - tail + at])]
}

function longest(rows, columns, same) {
  const width = columns + 1
  const table = new Uint16Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1) table[i * width + j] = same(i, j) ? table[(i + 1) * width + j + 1] + 1 : Math.max(table[(i + 1) * width + j], table[i * width + j + 1])
  const found = []
  for (let [i, j] = [0, 0]; i < rows && j < columns; )
    if (same(i, j)) found.push([i++, j++])
    else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) i += 1
    else j += 1
  return found
}

/** An other text in stretches [start, end) that stand for [from, to) of the text: words that are the same, one by one,
    and what differs between them. White space before what only one side has goes with it. */
function stretches(text, other) {
  const [ours, theirs] = [wordsIn(text), wordsIn(other)]
  const found = []
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...common(ours, theirs), [ours.length, theirs.length]]) {
    if (i < nextI || j < nextJ) {
      const [from, to] = reach(ours, i, nextI, text, j === nextJ)
      const [start, end] = reach(theirs, j, nextJ, other, i === nextI)
      found.push({ same: false, start, end, from, to })
    }
    if (nextI < ours.length) found.push({ same: true, start: theirs[nextJ][0], end: theirs[nextJ][1], from: ours[nextI][0], to: ours[nextI][1] })
    ;[i, j] = [nextI + 1, nextJ + 1]
  }
  return found
}

/** The place of words [first, next) of a text; `alone`, with the white space that has to come and go with them. */
function reach(words, first, next, text, alone) {
  const before = first > 0 ? words[first - 1][1] : 0
  if (first === next) return [before, before]
  const after = words[next]?.[0] ?? text.length
  if (!alone) return [words[first][0], words[next - 1][1]]
  return first > 0 ? [before, words[next - 1][1]] : [words[first][0], after]
}

/** What of the text [start, end) of an other one stands for, as [from, to). */
function counterpart(found, start, end) {
  const first = found.find((each) => each.end > start) ?? found.at(-1)
  const last = found.findLast((each) => each.start < end) ?? found[0]
  const from = first.same ? first.from + Math.max(0, start - first.start) : first.from
  const to = last.same ? last.to - Math.max(0, last.end - end) : last.to
  return [from, Math.max(from, to)]
}

/** The selected words in an other text, without white space around them: { at, start, end }; null where there are none. */
function selectedIn(panel) {
  const selection = window.getSelection()
  if (!panel || !selection.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const at = [...panel.querySelectorAll(".mtr-other-text")].findIndex((text) => text.contains(range.startContainer) && text.contains(range.endContainer))
  if (at < 0) return null
  const words = range.toString()
  const before = document.createRange()
  before.selectNodeContents(panel.querySelectorAll(".mtr-other-text")[at])
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  const lead = words.length - words.trimStart().length
  return words.trim() ? { at, start: start + lead, end: start + lead + words.trim().length } : null
}

function otherText(screen, row, at, found, chosen) {
  const { text } = row.others[at]
  const pieces_ = []
  let seen = 0
  for (const each of found.filter((one) => !one.same)) {
    pieces_.push(text.slice(seen, each.start))
    const words = text.slice(each.start, each.end)
    const stop = screen.stops.findIndex((one) => one.at === at && one.start === each.start && one.end === each.end && !one.whole)
    const title = words.trim() ? `Put “${words.trim()}” in its place` : "Nothing here: take the words out"
    const classes = `mtr-differs${words ? "" : " mtr-lacks"}${stop === chosen ? " mtr-chosen" : ""}`
    const taken = () => window.getSelection().isCollapsed && screen.take(row.id, at, each.start, each.end)
    pieces_.push(make("span", { class: classes, title, click: taken }, words))
    seen = each.end
  }
  return make("div", { class: "mtr-text mtr-other-text", lang: screen.data.target.lang, dir: screen.data.target.dir }, ...pieces_, text.slice(seen))
}

function fillOthers(screen, panel, row, base) {
  const found = row.others.map((other) => stretches(base, other.text))
  screen.stops = row.others.flatMap((other, at) => [
    { at, whole: true, start: 0, end: other.text.length },
    ...found[at].filter((each) => !each.same).map(({ start, end }) => ({ at, start, end })),
  ])
  const blocks = row.others.map((other, at) => {
    const whole = screen.stops.findIndex((stop) => stop.at === at)
    const alike = found[at].every((each) => each.same)
    return make(
      "div",
      { class: "mtr-other" },
      make(
        "div",
        { class: "mtr-other-head" },
        make("span", { class: "mtr-system" }, other.system),
        other.wider && make("span", { title: "Its sentences render more of the source than this pair" }, "renders more than this pair"),
        alike && make("span", {}, "word for word the same"),
        button(`Take the translation by ${other.system}`, { class: `mtr-link${whole === screen.chosen ? " mtr-chosen" : ""}`, click: () => screen.take(row.id, at, 0, other.text.length) }, "take it whole"),
      ),
      otherText(screen, row, at, found[at], screen.chosen),
    )
  })
  const keeping = (event) => event.preventDefault()
  const take = button("Take what is chosen or selected into the editor", { class: "mtr-button", mousedown: keeping, click: () => screen.takeChosen() }, "Take what is selected", key("x"))
  const hide = button("Hide the other translations", { class: "mtr-button", click: () => screen.toggleOthers() }, "Hide", key("t"))
  const hint = make("span", { class: "mtr-editor-hint" }, key("←"), " ", key("→"), " choose · click what differs to take it")
  panel.replaceChildren(...blocks, make("div", { class: "mtr-editor-foot" }, take, hide, hint))
}

const OTHERS = {
  /** Show what other systems made of a pair, or hide it where it is shown. */
  toggleOthers(pair = this.current) {
    if (!this.row(pair).others.length) return this.say("No other translation of this pair is known")
    const shown = this.othersShown && this.current === pair
    this.othersShown = !shown
    this.chosen = 0
    if (this.editing?.pair === pair) return this.paintOthers()
    return this.goTo(pair)
  },

  /** The text that the other ones are compared with: as it is being written. */
  written(row) {
    return this.editing?.pair === row.id ? this.editing.field.value : (row.draft ?? row).text
  },

  areOthersShown() {
    return this.othersShown && Boolean(this.row(this.current)?.others.length)
  },

  paintOthers() {
    const row = this.row(this.current)
    const panel = this.elements.get(this.current)?.querySelector(".mtr-others")
    for (const shown of this.list.querySelectorAll(".mtr-others:not(:empty)"))
      if (shown !== panel || !this.areOthersShown()) {
        shown.replaceChildren()
        shown.signature = ""
      }
    if (!this.areOthersShown()) return
    const base = this.written(row)
    const signature = JSON.stringify([row.id, base, row.others, this.chosen])
    if (panel.signature !== signature) fillOthers(this, panel, row, base)
    panel.signature = signature
  },

  /** To the next (1) or previous (-1) whole or differing stretch of the other translations, as they are read. */
  choose(by) {
    const onward = this.data.target.dir === "rtl" ? -by : by
    this.chosen = (this.chosen + onward + this.stops.length) % this.stops.length
    window.getSelection().removeAllRanges()
    this.paintOthers()
    this.elements.get(this.current).querySelector(".mtr-chosen")?.scrollIntoView({ block: "nearest" })
  },

  takeChosen() {
    const stop = selectedIn(this.elements.get(this.current)?.querySelector(".mtr-others")) ?? this.stops[this.chosen]
    if (stop) this.take(this.current, stop.at, stop.start, stop.end)
  },

  /** Put [start, end) of an other translation in the place of what it stands for, in the editor. */
  take(pair, at, start, end) {
    if (this.current !== pair) this.goTo(pair)
    this.edit(pair)
    const [row, { field }] = [this.row(pair), this.editing]
    const { text } = row.others[at]
    const whole = start === 0 && end === text.length
    const [from, to] = whole ? [0, field.value.length] : counterpart(stretches(field.value, text), start, end)
    putInto(field, text.slice(start, end), from, to)
  },
}
