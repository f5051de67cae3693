/* The first steps, told on one line over an article that nobody has begun, until the line is put away. */

const START_KEPT = "mtreview|start"
const FIRST_STEPS = [
  ["n", "goes to the next finding"],
  ["a", "takes its fix"],
  ["e", "edits"],
  ["y", "approves the pair"],
  ["?", "shows all keys"],
]

/** Whether nobody had begun with the article when it was opened, and the line was not put away in this browser. */
function isNew(screen) {
  const { counts } = screen.data.view
  // Asked once, so that nothing moves under the first act.
  screen.isNew ??= counts.uncorrected === counts.all && !counts["in work"] && browserStorage()?.getItem(START_KEPT) !== "known"
  return screen.isNew
}

function startOf(screen) {
  if (!isNew(screen)) return null
  const away = () => {
    screen.isNew = false
    try {
      browserStorage()?.setItem(START_KEPT, "known")
    } catch {
      // A browser that keeps nothing tells it again.
    }
    fillHeader(screen, screen.head)
  }
  const steps = FIRST_STEPS.map(([name, meaning]) => make("span", { class: "mtr-keys-one" }, key(name), meaning))
  return make("p", { class: "mtr-start", role: "note", "aria-label": "First steps" }, ...steps, make("span", {}, "or click any word or mark."), button("Put this line away", { class: "mtr-act", "data-name": "start", click: away }, icon("dismiss")))
}
