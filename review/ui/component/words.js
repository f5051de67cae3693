/* The words that speak for a pair: lit under the mouse on both sides, and listed in the card where they are asked for. */

const LIGHTS = ["mtr-counterpart", "mtr-linked", "mtr-marking"]
const WORDS_LISTED = 24

function light(name, ranges) {
  if (ranges.length) CSS.highlights?.set(name, new Highlight(...ranges))
  else CSS.highlights?.delete(name)
}

/** The elements that hold a row's two texts. */
function textsOf(element) {
  return { source: element.querySelector(".mtr-source > .mtr-text"), target: element.querySelector(".mtr-body > .mtr-text") }
}

/** The DOM ranges of a link's words. */
function rangesOf(element, link) {
  return Object.entries(textsOf(element)).flatMap(([side, text]) => rangeIn(text, ...link[side]) ?? [])
}

/** The row and the link whose word is under the mouse, or null. */
function linkAt(screen, { target, clientX, clientY }) {
  const element = target.closest(".mtr-row")
  const [side, text] = Object.entries(element ? textsOf(element) : {}).find(([, each]) => each?.contains(target)) ?? []
  if (!side || screen.editing?.pair === element.dataset.pair) return null
  const holds = ({ left, right, top, bottom }) => left <= clientX && clientX < right && top <= clientY && clientY < bottom
  const link = screen.row(element.dataset.pair).words.find((each) => [...(rangeIn(text, ...each[side])?.getClientRects() ?? [])].some(holds))
  return link ? { element, link } : null
}

function percent(share) {
  return `${Math.round(100 * share)} %`
}

/** One sentence on why a pair's alignment is doubted. */
function doubtAbout(row) {
  const sure = `${percent(row.certainty)} sure`
  return row.source && row.original ? `These two texts may not belong together: their alignment is only ${sure}` : `This text may have a counterpart after all: that it has none is only ${sure}`
}

function weaknessOf(screen, row) {
  return button(`${doubtAbout(row)} (w)`, { class: "mtr-weak", click: () => screen.toggleWords(row.id) }, icon("weak"), "weak alignment")
}

/** The links, strongest first. */
function wordList(element, row) {
  const sorted = [...row.words].sort((one, other) => other.weight - one.weight)
  const lines = sorted.slice(0, WORDS_LISTED).map((link) =>
    make(
      "li",
      { mouseenter: () => light("mtr-word", rangesOf(element, link)), mouseleave: () => light("mtr-word", []) },
      make("bdi", {}, row.source.slice(...link.source)),
      make("span", { class: "mtr-arrow" }, "–"),
      make("bdi", {}, row.text.slice(...link.target)),
      make("span", { class: "mtr-weight" }, link.weight.toFixed(2)),
    ),
  )
  const more = sorted.length - lines.length
  return make("ul", { class: "mtr-words" }, ...lines, more > 0 && make("li", { class: "mtr-weight" }, `and ${more} more`))
}

function wordsSaid(row) {
  if (!row.source) return "No counterpart: nothing in the source answers to this text."
  if (!row.original) return "No counterpart: nothing in the translation answers to this text."
  return row.words.length ? "These words render each other; the number is how likely." : "No word here is known to render one on the other side."
}

function fillWords(screen, card, row) {
  card.replaceChildren(
    make(
      "div",
      { class: "mtr-card-head" },
      make("span", { class: "mtr-severity" }, "alignment"),
      make("span", { class: "mtr-category" }, row.weak ? "weak" : "words that speak for the pair"),
      row.certainty !== null && make("span", { class: "mtr-sure", title: "How likely the alignment is right here" }, percent(row.certainty)),
    ),
    make("p", { class: "mtr-reason" }, `${row.weak ? `${doubtAbout(row)}. ` : ""}${wordsSaid(row)}`),
    row.words.length ? wordList(screen.elements.get(row.id), row) : "",
    make("div", { class: "mtr-card-foot" }, button("Hide the words", { class: "mtr-button", click: () => screen.toggleWords(row.id) }, "Hide", key("w"))),
  )
}

const WORDS = {
  /** Show the words of a pair, or hide them where they are shown. */
  toggleWords(pair = this.current) {
    const shown = this.wordsShown && !this.card.hidden && this.current === pair && !this.pointed().finding
    this.wordsShown = !shown
    this.goTo(pair)
  },

  leaveCard() {
    this.wordsShown = false
    this.othersShown = false
    this.linksShown = false
    this.goTo(this.current)
  },

  /** The card with the words of the current pair, where they are asked for. */
  paintWords() {
    const row = this.row(this.current)
    if (!this.wordsShown || !row || this.editing) return
    const element = this.elements.get(row.id)
    light("mtr-linked", row.words.flatMap((link) => rangesOf(element, link)))
    refill(this.card, [row.id, row.text, row.words, row.weak], () => fillWords(this, this.card, row))
    placeCard(this, this.card, element.querySelector(".mtr-note") ?? textsOf(element).target, { byMouse: false })
  },

  /** Light the word that is under the mouse, and its counterpart. */
  lightWords(event) {
    const found = event && linkAt(this, event)
    if (found?.link === this.litLink) return
    this.litLink = found?.link ?? null
    this.litAt = found && { clientX: event.clientX, clientY: event.clientY }
    light("mtr-word", found ? rangesOf(found.element, found.link) : [])
  },

  /** Light the words under a resting mouse again after their row was built anew. */
  lightAgain() {
    const at = this.litAt
    const target = at && this.root.getRootNode().elementFromPoint(at.clientX, at.clientY)
    this.litLink = null
    light("mtr-word", [])
    this.lightWords(target && { ...at, target })
  },
}
