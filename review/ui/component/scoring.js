/* One score for the translation of a pair, 0 to 100, as ESA has it: typed, or moved on a scale. */

const SCORE_KEYS = [
  [["0"], "score the pair from 0 to 100 (ESA): type the number"],
  [["↑", "↓"], "while scoring: one more, one less"],
  [["→", "←"], "ten more, ten less"],
  [["Backspace"], "take the last digit, or the score, back"],
  [["Enter"], "save the score and go on"],
  [["Esc"], "leave without a score"],
]
const SCORE_ACTS = {
  0: (screen) => screen.score(),
  ArrowUp: (screen) => screen.moveScore(1),
  ArrowDown: (screen) => screen.moveScore(-1),
  ArrowRight: (screen) => screen.moveScore(10),
  ArrowLeft: (screen) => screen.moveScore(-10),
  Backspace: (screen) => screen.typeScore(null),
  Enter: (screen) => screen.saveScore(),
  Escape: (screen) => screen.leaveScoring(),
}
/** What a score says, after Kocmi et al. 2024: how much of the meaning is preserved. */
const ANCHORS = [
  [0, "nothing preserved"],
  [33, "some"],
  [66, "most"],
  [100, "perfect"],
]

function scoreAct(screen, event) {
  if (!screen.scoring) return event.key === "0" ? SCORE_ACTS[0] : undefined
  if (/^\d$/.test(event.key)) return () => screen.typeScore(event.key)
  return SCORE_ACTS[event.key] ?? (event.key.length === 1 && event.key !== "?" ? () => {} : undefined)
}

function ownScore(row) {
  return row.scores.find((each) => each.own && each.on === null) ?? null
}

/** What was scored, in one line: one's own first, with a button to score where that is asked for. */
function scoresOf(screen, row) {
  const said = [...row.scores].sort((one, other) => other.own - one.own).map((each) => make("span", { class: each.on === null ? "mtr-score" : "mtr-score mtr-score-past" }, make("b", {}, String(each.value)), " ", make("bdi", {}, whoseMark(screen, each)), each.on === null ? "" : ", of an earlier text"))
  const isAsked = screen.profile.scored && row.text
  if (!said.length && !isAsked) return null
  const ask = isAsked && button("Score the translation from 0 to 100 (0)", { class: "mtr-link", click: () => screen.score(row.id) }, ownScore(row) ? "change" : "score")
  return make("div", { class: "mtr-note mtr-scores" }, make("span", { class: "mtr-tag" }, "ESA"), ...said, ask)
}

function fillScale(screen, scale) {
  const slider = make("input", { type: "range", min: 0, max: 100, tabindex: -1, "aria-label": "Score of the translation" })
  slider.addEventListener("input", () => screen.setScore(slider.value))
  slider.addEventListener("change", () => screen.elements.get(screen.current).focus({ preventScroll: true }))
  const shown = make("output", { class: "mtr-score-value", "aria-live": "polite" })
  const ticks = ANCHORS.map(([at, meaning]) => button(`${at}: ${meaning}`, { class: "mtr-tick", style: `inset-inline-start:${at}%`, mousedown: keepFocus, click: () => screen.setScore(String(at)) }, make("b", {}, String(at)), ` ${meaning}`))
  scale.replaceChildren(
    make("p", { class: "mtr-palette-head" }, "How good is the translation of this pair?", shown),
    make("div", { class: "mtr-scale" }, slider, make("div", { class: "mtr-ticks" }, ...ticks)),
    make(
      "div",
      { class: "mtr-card-foot" },
      button("Save the score and go on", { class: "mtr-button mtr-primary", mousedown: keepFocus, click: () => screen.saveScore() }, "Save", key("Enter")),
      button("Leave without a score", { class: "mtr-button", mousedown: keepFocus, click: () => screen.leaveScoring() }, "Leave", key("Esc")),
      make("span", { class: "mtr-record mtr-hint" }, "type it, or", key("↑"), key("↓"), "by one", key("←"), key("→"), "by ten"),
    ),
  )
  scale.pair = screen.scoring.pair
  scale.show = (now) => {
    shown.textContent = now === "" ? "–" : now
    if (slider.value !== now) slider.value = now === "" ? 50 : now
  }
}

const SCORING = {
  score(pair = this.current) {
    if (!this.profile.scored) return this.say("Scores belong to ESA: choose it above, beside the filters")
    this.goTo(pair)
    const { text, version } = this.row(pair)
    if (!text) return this.say("There is no translation to score")
    this.scoring = { pair, text, version, value: String(ownScore(this.row(pair))?.value ?? ""), isFresh: true }
    return this.paintFocus()
  },

  setScore(value) {
    Object.assign(this.scoring, { value, isFresh: false })
    this.paintFocus()
  },

  /** A digit behind those typed, or anew where that would be too much; null takes the last away. */
  typeScore(digit) {
    const { value, isFresh } = this.scoring
    if (digit === null) return this.setScore(isFresh ? "" : value.slice(0, -1))
    const typed = String(Number((isFresh ? "" : value) + digit))
    return this.setScore(Number(typed) > 100 ? digit : typed)
  },

  moveScore(by) {
    const { value } = this.scoring
    this.setScore(String(Math.max(0, Math.min(100, value === "" ? 50 : Number(value) + by))))
  },

  saveScore() {
    const { pair, value, version } = this.scoring
    const before = ownScore(this.row(pair))?.value ?? ""
    const after = value === "" ? "" : Number(value)
    if (after === "" && before === "") return this.say("Type a number from 0 to 100")
    this.leaveScoring()
    if (after !== before) {
      this.act(pair, "score", after, version)
      this.done.push({ pair, undo: () => this.act(pair, "score", before, version) })
      this.refresh(pair)
    }
    return this.step(1)
  },

  leaveScoring() {
    this.scoring = null
    this.paintFocus()
  },

  /** The scale of what is being scored; whether there is one. */
  paintScoring() {
    const row = this.scoring && this.row(this.scoring.pair)
    if (row?.text !== this.scoring?.text || this.editing || this.scoring?.pair !== this.current) this.scoring = null
    this.scale.hidden = !this.scoring
    if (!this.scoring) return false
    if (this.scale.pair !== row.id) fillScale(this, this.scale)
    this.scale.show(this.scoring.value)
    placeAt(this, this.scale, this.elements.get(row.id).querySelector(".mtr-body").getBoundingClientRect())
    return true
  },
}
