/* What stands over the rows: the article, how far its review is, what is saved, the filters, the pages. */

const LEGEND = [
  [["critical", "major", "minor", "neutral"], (name) => `mtr-mark mtr-${name}`, "tint: how grave"],
  [["accuracy", "fluency", "style", "terminology", "locale"], (name) => `mtr-mark mtr-plain mtr-of-${name}`, "underline: of which kind"],
  [["yours", "another reviewer's"], (name) => `mtr-mark mtr-said mtr-said-start mtr-said-end mtr-major${name === "yours" ? "" : " mtr-theirs"}`, "frame: marked by a reviewer"],
]

function titleOf(data) {
  return make(
    "div",
    { class: "mtr-title" },
    make("h1", { dir: "auto", title: data.article.title }, data.article.title),
    make("span", { class: "mtr-languages" }, `${data.source.name} → ${data.target.name}`, make("span", { class: "mtr-system" }, data.article.system)),
    data.blind && make("span", { class: "mtr-blind", title: "You see what you say yourself of this article, and nothing of the other reviewers, until the blind review ends" }, "blind review"),
  )
}

function pagerOf(screen) {
  const { page, pages } = screen.data.view
  if (pages < 2) return null
  return make(
    "div",
    { class: "mtr-pager", role: "group", "aria-label": "Pages" },
    button("Previous page", { class: "mtr-act", disabled: page === 0, click: () => screen.look({ page: page - 1 }) }, icon("before")),
    make("span", {}, `${page + 1} / ${pages}`),
    button("Next page", { class: "mtr-act", disabled: page === pages - 1, click: () => screen.look({ page: page + 1 }) }, icon("after")),
  )
}

function failuresOf(data) {
  if (!data.failures.length) return null
  const lines = data.failures.map((failure) => make("li", {}, `${failure.check} on pair ${failure.number}: ${failure.reason}`))
  return make("details", { class: "mtr-failures" }, make("summary", {}, `${counted(data.failures.length, "check")} failed; what they would have found is not shown`), make("ul", {}, ...lines))
}

function doubtOf(data) {
  return data.doubt ? make("p", { class: "mtr-doubt" }, icon("weak"), data.doubt) : null
}

/** Build the header again where what it shows has changed; the focus stays on the same control. */
function fillHeader(screen, header) {
  const { article, source, target, view, failures, doubt } = screen.data
  const signature = JSON.stringify([article, screen.data.blind, source, target, view, screen.data.facets, screen.treeShown, failures, doubt, screen.data.sample, screen.data.reviewer, screen.profile.id, isNew(screen)])
  if (header.signature === signature) return
  header.signature = signature
  const focused = header.contains(document.activeElement) ? document.activeElement.dataset.name : null
  const top = make("div", { class: "mtr-top" }, titleOf(screen.data), progressOf(screen), make("div", { class: "mtr-who" }, screen.saved, make("span", { class: "mtr-reviewer", title: "Your judgements are signed with this name; change it in the side bar" }, screen.data.reviewer)))
  header.replaceChildren(...[top, filtersOf(screen), setFilters(screen), startOf(screen), sampleOf(screen.data), doubtOf(screen.data), failuresOf(screen.data)].filter(Boolean))
  if (focused) header.querySelector(`[data-name="${focused}"]`)?.focus()
}

function timeOf(stamp) {
  return new Date(stamp).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" })
}

/** What is saved, in the store's word only: [state for the colour, sentence]. */
function savedState(outbox, savedAt, savedWhat, now) {
  const waiting = outbox.acts.length
  const kept = outbox.kept ? "kept in this browser" : "open only in this window: do not close it"
  if (outbox.conflicts.size) return ["conflict", `${counted(outbox.conflicts.size, "conflict")} to settle`]
  if (waiting && !navigator.onLine) return ["waiting", `Offline · ${counted(waiting, "change")} ${kept}`]
  if (waiting && now - outbox.waitingSince > 4000) return ["waiting", `Not saved yet · ${counted(waiting, "change")} ${kept}`]
  if (waiting) return ["saving", "Saving…"]
  if (savedAt) return ["saved", `${savedWhat === "draft" ? "Draft kept" : "Saved"} ${timeOf(savedAt)}`]
  return ["idle", "Nothing to save"]
}

function helpDialog() {
  const close = button("Close", { class: "mtr-button", click: () => dialog.close() }, "Close", key("Esc"))
  const line = ([keys, meaning]) => [make("dt", {}, ...keys.map((name) => (name === "…" ? name : key(name)))), make("dd", {}, meaning)]
  const groups = KEY_GROUPS.map(([name, lines]) => make("section", {}, make("h3", {}, name), make("dl", {}, ...lines.flatMap(line))))
  const legend = LEGEND.map(([names, classOf, meaning]) =>
    make("p", { class: "mtr-legend" }, ...names.map((name) => make("mark", { class: classOf(name) }, name)), make("span", {}, meaning)),
  )
  legend.push(make("p", { class: "mtr-legend" }, make("span", { class: "mtr-risk" }, "60 %", make("span", { class: "mtr-risk-bar" }, make("span", { style: "inline-size:60%" }))), make("span", {}, "how likely the pair holds a major error")))
  legend.push(make("p", { class: "mtr-legend mtr-tracked" }, make("del", {}, "taken out"), make("ins", {}, "put in"), make("span", {}, "changes of a text")))
  const dialog = make("dialog", { class: "mtr-dialog mtr-all-keys", "aria-label": "Keys" }, make("h2", {}, "Keys", close), make("div", { class: "mtr-key-groups" }, ...groups), make("div", { class: "mtr-legends" }, ...legend))
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "?") dialog.close()
    event.stopPropagation()
  })
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close())
  return dialog
}
