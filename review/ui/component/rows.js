/* A pair as a row: number and state, source, target, and what can be done with it. */

const SEVERITIES = ["neutral", "minor", "major", "critical"]
const STATES = {
  unreviewed: "not reviewed",
  "in work": "draft kept",
  corrected: "corrected",
  approved: "approved",
  question: "in question",
}

/** What a finding's underline says of its category. */
function family(finding) {
  return finding.category.split("/")[0].split(" ")[0].toLowerCase()
}

const BROAD = 90

/** Whether a finding is about the sentence rather than about words in it: its tint would hide theirs. */
function isBroad(finding) {
  return finding.end - finding.start > BROAD
}

function gravest(findings) {
  return findings.reduce((worst, each) => (SEVERITIES.indexOf(each.severity) > SEVERITIES.indexOf(worst.severity) ? each : worst))
}

/** A side's text with its findings, and what reviewers marked, in place. */
function markedText(screen, row, side) {
  const text = side === "source" ? row.source : row.text
  const marked = [...row.marks.filter((mark) => mark.on === null), ...row.findings].filter((each) => each.side === side)
  return pieces(text.length, marked).map((piece) => {
    const words = text.slice(piece.start, piece.end)
    return piece.findings.length ? placeOf(screen, words, piece) : document.createTextNode(words)
  })
}

/** A piece of a text that findings or marks lie over; which of them it is of, the narrowest first. */
function placeOf(screen, words, piece) {
  const [marks, findings] = [piece.findings.filter((each) => each.isMark), piece.findings.filter((each) => !each.isMark)]
  const element = findings.length ? markOf(words, findings) : make("mark", { class: `mtr-mark${words ? "" : " mtr-place"}` }, words)
  if (marks.length) frameMarks(screen, element, marks, piece)
  const said = [...marks.map((mark) => markSaid(screen, mark)), element.getAttribute("aria-description")].filter(Boolean)
  element.setAttribute("aria-description", said.join("; "))
  element.findings = [...piece.findings].sort((one, other) => one.end - one.start - (other.end - other.start)).map((each) => each.key)
  return element
}

function markOf(words, findings) {
  const open = findings.filter((finding) => !finding.dismissed)
  const near = open.filter((finding) => !isBroad(finding))
  const worst = gravest(near.length ? near : open.length ? open : findings)
  const classes = ["mtr-mark", `mtr-${worst.severity}`, `mtr-of-${family(worst)}`]
  if (!open.length) classes.push("mtr-dismissed")
  else if (!near.length) classes.push("mtr-broad")
  if (!words) classes.push("mtr-place")
  else if (!words.trim()) classes.push("mtr-blank")
  return make("mark", { class: classes.join(" "), "aria-description": `${worst.severity} ${worst.category}` }, words)
}

/** Under a changed text, how it came from the machine's, or from another one: what went out struck through, what came in underlined. */
function comparedOf(screen, row) {
  const base = screen.baseOf(row)
  if (base.text === row.text) return null
  const label = { machine: "from the machine", before: "from the version before" }[base.name] ?? `from the text ${base.name}`
  return make("div", { class: "mtr-was", dir: "auto" }, button("Compare with another text (b)", { class: "mtr-tag", click: () => screen.nextBase() }, label), make("span", { class: "mtr-tracked" }, ...trackedText(base.text, row.text)))
}

function cellOf(screen, row, side) {
  const text = side === "source" ? row.source : row.text
  const tongue = screen.data[side]
  const body = make("div", { class: "mtr-text", dir: tongue.dir, lang: tongue.lang })
  body.append(...markedText(screen, row, side))
  if (!text) body.append(make("span", { class: "mtr-none" }, side === "source" ? "nothing in the source" : "nothing in the translation"))
  return make("div", { class: `mtr-cell mtr-${side}`, "data-side": side }, body)
}

/** Who stands behind the pair's text, in one quiet line. */
function noteOf(screen, row) {
  const parts = []
  if (row.draft !== null && !screen.outbox.conflicts.has(row.id)) {
    parts.push(make("span", { class: "mtr-draft" }, isOutdated(row) ? `Your draft is older than this text, saved by ${row.by || "somebody"}` : "Draft kept, not saved as correction"))
    parts.push(button("Go on with the draft", { class: "mtr-link", click: () => screen.edit(row.id) }, "continue"))
    parts.push(button("Throw the draft away", { class: "mtr-link", click: () => screen.discard(row.id) }, "discard"))
  } else if (row.by && row.by !== screen.data.reviewer) parts.push(`last corrected by ${row.by}`)
  if (row.weak && row.status !== "approved") parts.push(weaknessOf(screen, row))
  parts.push(...waitingComment(screen, row))
  if (row.typing.length) parts.push(`unsaved draft by ${row.typing.join(", ")}`)
  return parts.length ? make("div", { class: "mtr-note" }, ...parts) : null
}

function actionsOf(screen, row) {
  const act = (name, label, shown, done) => {
    const pressed = name === "edit" ? null : String(row.status === shown)
    return button(label, { class: `mtr-act mtr-act-${name}`, "aria-pressed": pressed, click: done }, icon(shown))
  }
  return make(
    "div",
    { class: "mtr-actions" },
    act("approve", row.status === "approved" ? "Take the approval back (y)" : "Approve (y)", "approved", () => screen.approve(row.id)),
    act("edit", "Edit (e)", "corrected", () => screen.edit(row.id)),
    row.others.length > 0 && button(`${counted(row.others.length, "other translation")} (t)`, { class: "mtr-act", click: () => screen.toggleOthers(row.id) }, icon("others")),
    button("Mend the alignment (l)", { class: "mtr-act mtr-act-links", click: () => screen.toggleLinks(row.id) }, icon("links")),
    act("question", row.status === "question" ? "No question any more (q)" : "Put in question (q)", "question", () => screen.question(row.id)),
  )
}

function signOf(screen, row) {
  const open = row.findings.filter((finding) => !finding.dismissed).length
  const by = row.by ? `, last corrected by ${row.by}` : ""
  const said = `Pair ${row.number}, ${STATES[row.status]}${by}, ${counted(open, "open finding")}`
  return make(
    "div",
    { class: "mtr-gutter", title: said },
    make("span", { class: "mtr-number" }, String(row.number)),
    make("span", { class: "mtr-sign", role: "img", "aria-label": said }, icon(row.status)),
    open > 0 && make("span", { class: `mtr-count mtr-${gravest(row.findings.filter((finding) => !finding.dismissed)).severity}` }, String(open)),
    riskSign(row),
    commentSign(screen, row),
  )
}

/** Fill a row's element anew; the slot that holds an open editor stays what it is. */
function fillRow(screen, element, row) {
  const target = cellOf(screen, row, "target")
  const words = [target.firstChild, comparedOf(screen, row), pastOf(screen, row), scoresOf(screen, row), whyOf(screen, row), noteOf(screen, row), conflictOf(screen, row)].filter(Boolean)
  element.querySelector(".mtr-gutter").replaceWith(signOf(screen, row))
  element.querySelector(".mtr-source").replaceWith(cellOf(screen, row, "source"))
  element.querySelector(".mtr-body").replaceChildren(...words)
  element.querySelector(".mtr-actions").replaceWith(actionsOf(screen, row))
  element.dataset.status = row.status
  element.setAttribute("aria-label", `Pair ${row.number}, ${STATES[row.status]}`)
}

/** What comes behind in a list, from its end back to the start: clicking again leads through all that lies there. */
function afterIn(list, current) {
  return list[(list.indexOf(current) + 1) % list.length]
}

function rowElement(screen, id) {
  const slots = ["mtr-gutter", "mtr-source", "mtr-cell mtr-target", "mtr-actions"].map((name) => make("div", { class: name }))
  slots[2].append(make("div", { class: "mtr-body" }), make("div", { class: "mtr-slot" }), make("div", { class: "mtr-others", role: "group", "aria-label": "Other translations" }), make("div", { class: "mtr-links", role: "group", "aria-label": "Alignment" }))
  const element = make("div", { class: "mtr-row", role: "listitem", tabindex: "-1", "data-pair": id }, ...slots)
  element.addEventListener("click", (event) => {
    const mark = event.target.closest(".mtr-mark")
    if (event.target.closest("button, textarea, .mtr-others, .mtr-links")) return
    screen.walk = mark ? "finding" : "pair"
    if (screen.bubble.hidden) screen.goTo(id, mark ? afterIn(mark.findings, screen.finding) : null, { quiet: true })
  })
  return element
}
