/* What others do meanwhile: their words come in by themselves, and disturb nothing that one is doing. */

/** Milliseconds since the last act from which others' words are asked for by themselves: each act's answer brings them. */
const AT_REST = 5000

const NEWS = {
  /** The store's numbers by now; where they are not those of this screen, somebody has said something since. */
  hearPulse({ pulse }) {
    this.pulse = pulse
    this.askNews()
  },

  /** Ask for what others have said, unless an act is under way, whose answer brings it along, or it would change under one's hands. */
  askNews() {
    const isHere = !this.pulse || String(this.pulse) === String(this.data.pulse)
    if (isHere || this.outbox.acts.length || Date.now() - this.sentAt < AT_REST || this.isTurning() || this.isInHand()) return
    // Asked once for each: a server that does not answer is not asked again and again.
    if (this.askedNews === String(this.pulse)) return
    this.askedNews = String(this.pulse)
    this.tell("news", { stamp: Date.now() })
  },

  /** Whether words are being chosen that must stay where they are: an error is marked, a text selected, a dialog open. */
  isInHand() {
    const selected = window.getSelection()
    const isSelecting = !selected.isCollapsed && this.list.contains(selected.anchorNode)
    return Boolean(this.marking ?? this.scoring) || isSelecting || document.querySelector("dialog[open]") !== null
  },

  /** Say who has changed how many pairs meanwhile. */
  sayNews({ others }) {
    if (!others.length) return
    const told = others.map(({ by, pairs }) => make("span", { class: "mtr-too" }, make("bdi", {}, by), ` has changed ${counted(pairs, "pair")}`))
    this.notice.append(...told)
    this.shut()
  },
}
