/* How likely a pair holds a major error, and the order of reading that follows from it. */

const WORST_FIRST = "worst"

/** The reasons for a pair's risk as one sentence; "" where nothing raises it. */
function reasonsSaid({ reasons }) {
  const said = reasons.map((phrase) => phrase.replace(/\.$/, "").replace(/^(?:The|An?|No|In|This|Page)(?= )/, (word) => word.toLowerCase())).join("; ")
  return said.charAt(0).toUpperCase() + said.slice(1)
}

function riskSaid(risk) {
  const said = `${percent(risk.value)} likely to hold a major error`
  return risk.reasons.length ? `${said}. ${reasonsSaid(risk)}` : said
}

/** The risk as a number over a bar of that length. */
function riskSign(row) {
  const said = riskSaid(row.risk)
  const bar = make("span", { class: "mtr-risk-bar" }, make("span", { style: `inline-size:${100 * row.risk.value}%` }))
  return make("span", { class: "mtr-risk", role: "img", title: said, "aria-label": said }, make("span", {}, percent(row.risk.value)), bar)
}

/** Why the pair stands where it does, where the riskiest come first. */
function whyOf(screen, row) {
  return screen.data.view.order === WORST_FIRST && row.risk.reasons.length ? make("div", { class: "mtr-why", dir: "auto" }, reasonsSaid(row.risk)) : null
}

function orderControl(screen) {
  const worst = screen.data.view.order === WORST_FIRST
  return button(
    worst ? "Back to the order of the text (Shift+O)" : "Read the riskiest pairs first; those already read come last (Shift+O)",
    { class: "mtr-chip mtr-order", "data-name": "order", "aria-label": "Worst first", "aria-pressed": String(worst), click: () => screen.reorder() },
    icon("worst"),
    "Worst first",
  )
}

const RISK = {
  /** Between the riskiest first and the order of the text, in which the current pair stays the current one. */
  reorder() {
    const worst = this.data.view.order === WORST_FIRST
    this.look({ order: worst ? "" : WORST_FIRST }, worst ? { pair: this.current } : {})
  },
}
