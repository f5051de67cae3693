/* What reviewers marked: whose it is, which text it speaks of, and how it looks in that text and in its card. */

const GRAVITY = { neutral: "○", minor: "", major: "!", critical: "!!" }

/** What an act says of a mark, in code points; `on` is the text that it is made on. */
function saidOf(mark) {
  const { side, span, text, category, severity, note, on } = mark
  return { side, start: span[0], end: span[1], text, category, severity, note, on }
}

function keyOfMark({ own, by, version, side, span, category, severity, note }) {
  return `mark|${JSON.stringify([own ? "" : by, version, side, ...span, category, severity, note])}`
}

/** A mark as it comes, with its place in UTF-16 units of its text, and the key that it is known by. */
function markInUnits(mark, row) {
  const text = mark.side === "source" ? row.source : (mark.on ?? row.text)
  const span = [mark.start, mark.end]
  const placed = { ...mark, span, start: unitAt(text, mark.start), end: unitAt(text, mark.end), isMark: true }
  return { ...placed, key: keyOfMark(placed) }
}

/** The row with a mark of the reviewer's own that the store has not confirmed yet. */
function withMark(row, said, version) {
  const on = said.side === "source" || said.on === row.text ? null : said.on
  const mark = markInUnits({ ...said, on, version, own: true, by: "", at: "" }, row)
  return { ...row, marks: [...row.marks.filter((each) => each.key !== mark.key), mark] }
}

function withoutMark(row, said, version) {
  const { key } = markInUnits({ ...said, on: null, version, own: true, by: "" }, row)
  return { ...row, marks: row.marks.filter((each) => each.key !== key) }
}

/** The row with the reviewer's score; "" takes it back. */
function withScore(row, value, version) {
  const others = row.scores.filter((each) => !each.own || each.version !== version)
  return { ...row, scores: value === "" ? others : [...others, { own: true, by: "", version, value, on: null, at: "" }] }
}

/** Marks or scores once `before` has become `after`: they go on speaking of their own text. */
function sinceChange(said, before, after) {
  return said.map((each) => {
    if (each.side === "source") return each
    const on = each.on ?? before
    return { ...each, on: on === after ? null : on }
  })
}

const PIECE =
  /\p{RI}\p{RI}|\p{Extended_Pictographic}[\p{M}\p{EMod}]*(?:\u200d\p{Extended_Pictographic}[\p{M}\p{EMod}]*)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.,-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\S\p{M}*/gu

/** The places of a text's words, in scripts without spaces its characters, as [start, end). */
function wordPlaces(text) {
  return [...text.matchAll(PIECE)].map((found) => [found.index, found.index + found[0].length])
}

/** A stretch of a text widened to whole words; white space alone stays as it is. */
function snapped(text, start, end) {
  const touched = wordPlaces(text).filter(([from, to]) => from < end && to > start)
  return touched.length ? [touched[0][0], touched.at(-1)[1]] : [start, end]
}

function whoseMark(screen, mark) {
  return mark.own ? "you" : mark.by
}

function initialOf(screen, mark) {
  const [first] = new Intl.Segmenter().segment(mark.own ? screen.data.reviewer : mark.by)
  return (first?.segment ?? "?").toUpperCase()
}

function badgeOf(screen, mark) {
  return initialOf(screen, mark) + GRAVITY[mark.severity]
}

function markSaid(screen, mark) {
  return `${mark.severity} ${mark.category || "error"}, marked by ${whoseMark(screen, mark)}`
}

/** Frame a piece of a text as what reviewers marked there; the sign of each stands where its mark ends. */
function frameMarks(screen, element, marks, piece) {
  element.classList.add("mtr-said", `mtr-${gravest(marks).severity}`)
  if (marks.some((mark) => mark.start === piece.start)) element.classList.add("mtr-said-start")
  const ending = marks.filter((mark) => mark.end === piece.end)
  if (ending.length) {
    element.classList.add("mtr-said-end")
    element.dataset.by = ending.map((mark) => badgeOf(screen, mark)).join(" ")
  }
  if (marks.every((mark) => !mark.own)) element.classList.add("mtr-theirs")
}

/** Marks on a text that has been corrected since: named under the text, for they have no place in it. */
function pastOf(screen, row) {
  const past = row.marks.filter((mark) => mark.on !== null)
  if (!past.length) return null
  const chips = past.map((mark) => {
    const label = `${markSaid(screen, mark)}, on an earlier text: ${mark.text || "a place"}`
    const chip = button(label, { class: `mtr-mark mtr-past mtr-${mark.severity}`, click: () => screen.goTo(row.id, mark.key) }, make("bdi", {}, visible(mark.text) || "‸"), make("span", { class: "mtr-badge" }, badgeOf(screen, mark)))
    chip.findings = [mark.key]
    return chip
  })
  return make("div", { class: "mtr-pasts" }, make("span", {}, past.every((mark) => mark.version === 0) ? "Errors of the machine’s text" : "Marked before it was corrected"), ...chips)
}

const AROUND = 40

/** The marked words in the text that they were marked in, with a little of what stands around them. */
function excerptOf(mark) {
  const [from, to] = [Math.max(0, mark.start - AROUND), mark.end + AROUND]
  const cut = (text, start, end) => text.slice(pointEdge(text, start), pointEdge(text, end))
  const { on } = mark
  return make("p", { class: "mtr-excerpt", dir: "auto" }, from > 0 && "… ", cut(on, from, mark.start), make("mark", { class: `mtr-mark mtr-said mtr-said-start mtr-said-end mtr-${mark.severity}` }, mark.text || "‸"), cut(on, mark.end, Math.min(to, on.length)), to < on.length && " …")
}

/** A UTF-16 offset that parts no character. */
function pointEdge(text, unit) {
  return unitAt(text, pointAt(text, unit))
}

function fillMark(screen, card, row, mark) {
  const act = (label, name, done) => button(label, { class: "mtr-button", click: done }, label, key(name))
  const acts = mark.own
    ? [act("Change", "m", () => screen.mark()), act("Withdraw", "d", () => screen.withdraw(row.id, mark))]
    : [act("Mark it too", "m", () => screen.mark()), make("span", { class: "mtr-check" }, `Only ${mark.by} can change it`)]
  card.replaceChildren(
    make(
      "div",
      { class: "mtr-card-head" },
      make("span", { class: `mtr-severity mtr-${mark.severity}` }, mark.severity),
      make("span", { class: "mtr-category" }, categorySaid(mark.category || "error")),
      make("span", { class: "mtr-sure", dir: "auto" }, `marked by ${whoseMark(screen, mark)}`),
    ),
    ...(mark.on === null ? [] : [make("p", { class: "mtr-reason" }, "On an earlier text, corrected since:"), excerptOf(mark)]),
    mark.note ? make("p", { class: "mtr-reason", dir: "auto" }, mark.note) : "",
    make("div", { class: "mtr-card-foot" }, ...acts),
  )
}

const MARKS = {
  paintMark(row, mark) {
    const marks = marksOf(this.elements.get(row.id), mark.key)
    if (!marks.length) return
    for (const each of marks) each.classList.add("mtr-lit", "mtr-narrow")
    refill(this.card, [row.id, row.text, mark], () => fillMark(this, this.card, row, mark))
    placeCard(this, this.card, marks[0], { byMouse: this.byMouse || this.hovered !== null })
  },

  /** To the next mark of a reviewer on the page, from its end back to the start. */
  toMark() {
    const marks = [...this.rows.keys()].flatMap((id) => this.row(id).marks.map((mark) => ({ id, key: mark.key, at: this.place({ id }, mark) }))).sort((one, other) => compared(one.at, other.at))
    const from = this.here(1)
    const next = marks.find((each) => compared(each.at, from) > 0) ?? marks[0]
    return next ? this.goTo(next.id, next.key) : this.say("Nobody has marked anything on this page")
  },

  /** Put a mark in the place of another, or where none was; null takes the old one away. One act to undo. */
  exchange(pair, old, made) {
    const put = (mark) => mark && this.act(pair, "mark", saidOf(mark), mark.version)
    const take = (mark) => mark && this.act(pair, "withdraw", saidOf(mark), mark.version)
    take(old)
    put(made)
    this.done.push({
      pair,
      undo: () => {
        take(made)
        put(old)
      },
    })
    this.refresh(pair)
    if (made) this.goTo(pair, keyOfMark({ ...made, own: true }))
  },

  withdraw(pair, mark) {
    if (!mark.own) return this.say(`Only ${mark.by} can withdraw this mark`)
    this.exchange(pair, withText(this.row(pair), mark), null)
    this.goTo(pair)
    return this.say("Mark withdrawn")
  },
}

/** A mark with the text that it was made on, to be said again. */
function withText(row, mark) {
  return { ...mark, on: mark.on ?? row.text }
}
