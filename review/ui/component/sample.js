/* A random sample: pairs that no check flags, drawn to be read, and what they say of the checks. */

const SAMPLE = {
  /** Ask how many pairs to draw; an unfinished sample can be gone on with. */
  sample() {
    const { newest, pools, size, most } = this.data.sample
    const number = make("input", { type: "number", min: "1", max: String(most), value: String(size), class: "mtr-number-field", "aria-label": "Number of pairs" })
    const unread = make("input", { type: "checkbox", checked: pools.unread > 0, disabled: !pools.unread })
    const pool = make("p", { class: "mtr-sample-pool", role: "status" })
    const draw = make("button", { type: "submit", class: "mtr-button mtr-primary" }, "Draw and read", key("Enter"))
    const paint = () => {
      const there = unread.checked ? pools.unread : pools.all
      pool.textContent = there ? `From ${counted(there, "pair")} without open findings.` : "No pair is without open findings."
      draw.disabled = !there
      number.max = String(Math.max(1, Math.min(there, most)))
      number.value = String(Math.max(1, Math.min(there, size)))
    }
    unread.addEventListener("change", paint)
    paint()
    const form = make(
      "form",
      { method: "dialog", submit: (event) => this.drawn(event, Number(number.value), unread.checked) },
      make("label", {}, "Pairs", number),
      make("label", {}, unread, "Only pairs that nobody has read"),
      pool,
      make("div", { class: "mtr-editor-foot" }, draw, newest?.left ? button("Go on with the sample", { class: "mtr-button", click: () => this.goOn() }, `Go on: ${newest.read} of ${newest.drawn} read`) : null, button("Close", { class: "mtr-button", click: () => this.sampling.close() }, "Close", key("Esc"))),
    )
    const why = "What you approve, correct or mark in pairs drawn at random shows how much the checks pass over."
    this.sampling.replaceChildren(make("h2", {}, "Random sample"), make("p", { class: "mtr-sample-why" }, why), form)
    this.sampling.showModal()
    number.select()
  },

  drawn(event, size, unread) {
    event.preventDefault()
    if (!Number.isInteger(size) || size < 1) return
    this.sampling.close()
    this.tell("draw", { id: uuid(), size, unread })
    this.look({ ...UNFILTERED, filter: "sample", order: "" })
  },

  goOn() {
    this.sampling.close()
    this.look({ ...UNFILTERED, filter: "sample", order: "" })
  },
}

function sampleDialog() {
  const dialog = make("dialog", { class: "mtr-dialog mtr-sampling", "aria-label": "Random sample" })
  dialog.addEventListener("keydown", (event) => event.stopPropagation())
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close())
  return dialog
}

/** What the sample that is looked at says so far. */
function sampleOf(data) {
  const { newest } = data.sample
  if (data.view.filter !== "sample" || !newest) return null
  return make("p", { class: "mtr-sample", role: "status", title: newest.signature }, make("b", { dir: "auto" }, newest.about), make("span", {}, newest.says.join(" ")))
}
