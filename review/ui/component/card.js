/* The card beside a mark: why it is there, how sure the check is, and what to do with it. */

/** What a check expected and what it found, as far as the reason does not say so. */
function evidenceOf(finding) {
  const values = [["expected", finding.expected], ["found", finding.found]].filter(([, value]) => value)
  const lines = values.every(([, value]) => finding.reason.includes(value)) ? [] : values
  if (!lines.length) return null
  return make("dl", { class: "mtr-evidence" }, ...lines.flatMap(([name, value]) => [make("dt", {}, name), make("dd", { dir: "auto" }, value)]))
}

/** A text with those spaces shown that one would overlook: at its ends, doubled, wide or unbreakable. */
function visible(text) {
  return text.replace(/^ +| +$|[ \u00a0\u3000\u2000-\u200b\u202f]{2,}|[\u00a0\u3000\u2000-\u200b\u202f]/g, (spaces) => "␣".repeat(spaces.length)).replaceAll("\n", "⏎")
}

/** What a fix would make of the marked words. */
function previewOf(screen, row, finding, fix, choice) {
  const quoted = finding.side === "target" ? row.text.slice(finding.start, finding.end) : finding.quote
  return button(
    `Put “${fix}” in its place`,
    { class: "mtr-fix", click: () => screen.accept(choice) },
    quoted && make("del", { dir: "auto" }, visible(quoted)),
    quoted && make("span", { class: "mtr-arrow", "aria-hidden": "true" }, "→"),
    fix ? make("ins", { dir: "auto" }, visible(fix)) : make("em", {}, "delete it"),
    key(choice === 0 ? "a" : String(choice + 1)),
  )
}

/** That several articles share the marked line, and where it is removed from all of them. */
function sharedBy(screen, finding) {
  const articles = screen.data.shared[finding.quote]
  return articles ? make("p", { class: "mtr-record" }, `This line stands in ${articles} articles. The Articles page removes it from all of them.`) : null
}

function fillCard(screen, card, row, finding) {
  const usable = finding.fixes.map((fix, choice) => [fix, choice]).filter(([, choice]) => fixed(row.text, finding, choice) !== null)
  const dismissal = finding.dismissed
    ? button(`Restore what was dismissed ${SCOPES[finding.scope]}`, { class: "mtr-button", click: () => screen.dismiss() }, "Restore", key("d"))
    : button("Dismiss: no error here", { class: "mtr-button", click: () => screen.dismiss() }, "Dismiss", key("d"))
  card.replaceChildren(
    make(
      "div",
      { class: "mtr-card-head" },
      make("span", { class: `mtr-severity mtr-${finding.severity}` }, finding.severity),
      make("span", { class: "mtr-category" }, categorySaid(finding.category)),
      finding.dismissed && make("span", { class: "mtr-severity" }, `dismissed ${SCOPES[finding.scope]}`),
      make("span", { class: "mtr-check", title: `${finding.check}, version ${finding.version}` }, `${finding.name} · v${finding.version}`),
    ),
    make("p", { class: "mtr-reason", dir: "auto" }, finding.reason),
    ...[evidenceOf(finding)].filter(Boolean),
    ...[sharedBy(screen, finding)].filter(Boolean),
    ...(finding.dismissed ? [] : usable.slice(0, 9).map(([fix, choice]) => previewOf(screen, row, finding, fix, choice))),
    make(
      "div",
      { class: "mtr-card-foot" },
      button("Edit the translation", { class: "mtr-button", click: () => screen.edit(row.id) }, "Edit", key("e")),
      button("Mark it as an error of your own", { class: "mtr-button", click: () => screen.mark() }, "Mark error", key("m")),
      dismissal,
    ),
    ...[widerOf(screen, finding)].filter(Boolean),
    ...(screen.data.records[finding.check] ?? []).map((line) => make("p", { class: "mtr-record", title: RECORD_HELP }, line)),
  )
}

const RECORD_HELP = "Decided: what reviewers accepted, corrected or marked was right, what they dismissed was not. Rated: the check marked words in which experts had marked an error; by chance as many would have been if its marks had lain anywhere in the same texts."

/** A category as an editor names it: the kind, then what it is exactly. */
function categorySaid(category) {
  const [kind, exactly] = category.split("/")
  const said = exactly ? `${kind}: ${exactly}` : kind
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** Dismissing more than the finding itself; null where it is dismissed already. */
function widerOf(screen, finding) {
  if (finding.dismissed) return null
  return make(
    "p",
    { class: "mtr-record mtr-wider" },
    "Dismiss all like it: ",
    button("Dismiss all findings like this in this article", { class: "mtr-link", click: () => screen.dismiss("article") }, "in this article"),
    button("Dismiss all findings like this in every article", { class: "mtr-link", click: () => screen.dismiss("everywhere") }, "in every article"),
    key("Shift d"),
  )
}

/** Pixels from a mark to the end of its text within which the card goes under the text; and the least height of a box. */
const NEAR = 180
const LEAST = 120
/** Pixels of the bar with the pages, under which the pairs go when the header goes with them. */
const BAR = 60

const GAP = 6

/** The text under which a card leaves all to be read that its finding is about: where the translation stands below its source, that. */
function lowestText(mark) {
  const own = mark.closest(".mtr-text")
  const { target } = own ? textsOf(mark.closest(".mtr-row")) : {}
  const isBelow = target && target !== own && target.getBoundingClientRect().top >= own.getBoundingClientRect().bottom
  return isBelow ? target : (own ?? mark)
}

/** Put the card beside the mark; for the keys under the whole text, where that is near. */
function placeCard(screen, card, mark, { byMouse }) {
  const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect()
  const others = [...(mark.closest(".mtr-row")?.querySelectorAll(".mtr-others:not(:empty), .mtr-links:not(:empty)") ?? [])].at(-1)
  const foot = (others ?? lowestText(mark)).getBoundingClientRect().bottom
  card.style.maxHeight = ""
  const isNear = !byMouse && (others || foot - at.bottom < NEAR) && foot + GAP + card.offsetHeight < floorOf(screen)
  placeAt(screen, card, { left: at.left, top: at.top, bottom: isNear ? foot : at.bottom })
}

/** Where in the window the pairs can be seen, from the header's foot to what lies over their end. */
function ceilingOf(screen) {
  return Math.max(BAR, screen.header.getBoundingClientRect().bottom)
}

function floorOf(screen) {
  const over = [screen.legend, screen.helpPane].filter((each) => each === screen.legend || isSheet(each))
  return Math.min(window.innerHeight, ...over.map((each) => each.getBoundingClientRect().top))
}

/** Whether a pane lies over the end of the window. */
function isSheet(pane) {
  return !pane.hidden && getComputedStyle(pane).position === "fixed"
}

/** Put a box under a place in the window, or over it, where it is seen whole; else where most room is, to be scrolled. */
function placeAt(screen, box, at) {
  box.style.maxHeight = ""
  const [frame, height] = [screen.root.getBoundingClientRect(), box.offsetHeight + 2 * GAP]
  const [below, above] = [floorOf(screen) - at.bottom, at.top - ceilingOf(screen)]
  const isUnder = below >= height || (above < height && below >= above)
  const room = Math.max(isUnder ? below : above, LEAST)
  if (room < height) box.style.maxHeight = `${room - 2 * GAP}px`
  box.style.left = `${Math.max(4, Math.min(at.left - frame.left, frame.width - box.offsetWidth - 4))}px`
  box.style.top = `${isUnder ? at.bottom - frame.top + GAP : at.top - frame.top - box.offsetHeight - GAP}px`
}

/** The marks of a finding on its own side, and the words that answer to it on the other. */
function marksOf(element, key_) {
  return [...element.querySelectorAll(".mtr-mark")].filter((mark) => mark.findings.includes(key_))
}

function lightCounterpart(element, row, finding) {
  if (!finding.counterpart || !CSS.highlights) return
  const side = finding.side === "source" ? "target" : "source"
  const range = rangeIn(element.querySelector(`.mtr-${side} .mtr-text`), ...finding.counterpart)
  if (range) CSS.highlights.set("mtr-counterpart", new Highlight(range))
}

/** The DOM range of UTF-16 offsets in an element's text; null when the text is shorter. */
function rangeIn(element, start, end) {
  const range = document.createRange()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let [seen, begun] = [0, false]
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const next = seen + node.length
    if (!begun && start <= next) {
      range.setStart(node, start - seen)
      begun = true
    }
    if (begun && end <= next) {
      range.setEnd(node, end - seen)
      return range
    }
    seen = next
  }
  return null
}
