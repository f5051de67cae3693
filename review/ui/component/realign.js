/* Aligning the whole article again, in the words of `mtreview realign`: what is settled stays, and what comes of it is said. */

const REALIGN_SAID = [
  "Pairs that somebody has judged, mended or is writing in are settled: they stay, with all that was said of them.",
  "What lies between is aligned anew, with what the confirmed pairs teach. Pairs that come out as they were stay as well.",
  "It takes some seconds. u brings the older alignment back, but where somebody has judged the new pairs since.",
]

const REALIGN = {
  askRealign() {
    if (this.editing) return this.say("Save or leave the text first")
    const close = () => (dialog.close(), dialog.remove(), this.goTo(this.current))
    const start = () => (close(), this.realign())
    const dialog = make(
      "dialog",
      { class: "mtr-dialog mtr-ask", "aria-label": "Align the article again" },
      make("h2", {}, "Align the article again"),
      ...REALIGN_SAID.map((sentence) => make("p", {}, sentence)),
      make("div", { class: "mtr-editor-foot" }, button("Align again", { class: "mtr-button mtr-primary", click: start }, "Align again"), button("Leave it as it is", { class: "mtr-button", click: close }, "Leave it as it is", key("Esc"))),
    )
    dialog.addEventListener("cancel", (event) => (event.preventDefault(), close()))
    dialog.addEventListener("keydown", (event) => event.stopPropagation())
    this.root.append(dialog)
    return dialog.showModal()
  },

  /** Align the article anew, or take that `back` to the alignment of a number. */
  realign({ back } = {}) {
    this.realigning = Date.now()
    this.say(back ? "Taking it back…" : "Aligning again…")
    this.tell("realign", { stamp: this.realigning, back })
  },

  /** Say what came of it, once. */
  hearRealigned() {
    const { stamp, said, back } = this.data.realigned
    if (!this.realigning || stamp !== this.realigning) return
    this.realigning = 0
    if (back) this.done.push({ gone: true, told: true, undo: () => this.realign({ back }) })
    this.say(said, { undo: back > 0 })
  },
}
