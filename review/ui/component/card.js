/* The card beside a mark: why it is there, how sure the check is, and what to do with it. */

function evidenceOf(finding) {
  const lines = [["expected", finding.expected], ["found", finding.found]].filter(([, value]) => value)
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
    ? [button(`Restore what was dismissed ${SCOPES[finding.scope]}`, { class: "mtr-button", click: () => screen.dismiss() }, "Restore", key("d"))]
    : [
        button("Dismiss: no error here", { class: "mtr-button", click: () => screen.dismiss() }, "Dismiss", key("d")),
        button("Dismiss all findings like this in this article", { class: "mtr-button", click: () => screen.dismiss("article") }, "… in article"),
        button("Dismiss all findings like this in every article", { class: "mtr-button", click: () => screen.dismiss("everywhere") }, "… everywhere", key("Shift d")),
      ]
  card.replaceChildren(
    make(
      "div",
      { class: "mtr-card-head" },
      make("span", { class: `mtr-severity mtr-${finding.severity}` }, finding.severity),
      make("span", { class: "mtr-category" }, finding.category),
      finding.dismissed ? make("span", { class: "mtr-severity" }, `dismissed ${SCOPES[finding.scope]}`) : make("span", { class: "mtr-sure", title: "How likely this is an error" }, `${Math.round(finding.score * 100)} %`),
    ),
    make("p", { class: "mtr-reason", dir: "auto" }, finding.reason),
    ...[evidenceOf(finding)].filter(Boolean),
    ...[sharedBy(screen, finding)].filter(Boolean),
    ...(screen.data.records[finding.check] ?? []).map((line) => make("p", { class: "mtr-record" }, line)),
    ...(finding.dismissed ? [] : usable.slice(0, 9).map(([fix, choice]) => previewOf(screen, row, finding, fix, choice))),
    make(
      "div",
      { class: "mtr-card-foot" },
      ...dismissal,
      button("Mark it as an error of your own", { class: "mtr-button", click: () => screen.mark() }, "Mark error", key("m")),
      button("Edit the translation", { class: "mtr-button", click: () => screen.edit(row.id) }, "Edit", key("e")),
      make("span", { class: "mtr-check", title: `${finding.check}, version ${finding.version}` }, `${finding.name} · v${finding.version}`),
    ),
  )
}

const NEAR = 180

/** Put the card under the mark, or over it where the window ends; for the keys under the whole text, where that is near. */
function placeCard(root, card, mark, { byMouse }) {
  const [frame, at] = [root.getBoundingClientRect(), mark.getClientRects()[0] ?? mark.getBoundingClientRect()]
  const fits = (top) => top + card.offsetHeight + 12 < window.innerHeight
  const others = [...(mark.closest(".mtr-row")?.querySelectorAll(".mtr-others:not(:empty), .mtr-links:not(:empty)") ?? [])].at(-1)
  const foot = (others ?? mark.closest(".mtr-text") ?? mark).getBoundingClientRect().bottom
  const below = !byMouse && (others || foot - at.bottom < NEAR) && fits(foot) ? foot : at.bottom
  const left = Math.max(4, Math.min(at.left - frame.left, frame.width - card.offsetWidth - 4))
  const under = fits(below) || at.top < card.offsetHeight + 160
  card.style.left = `${left}px`
  card.style.top = `${under ? below - frame.top + 6 : at.top - frame.top - card.offsetHeight - 6}px`
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
