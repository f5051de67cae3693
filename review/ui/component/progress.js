/* How far the review of the article is: a bar by status, and each status by its sign and number. */

const STATUS_ORDER = [
  ["approved", "approved", "approved"],
  ["corrected", "corrected", "corrected"],
  ["in work", "in work: somebody is typing or has a draft", "in work"],
  ["question", "in question", "question"],
  ["unreviewed", "not reviewed yet", "uncorrected"],
]

/** How many pairs are in each status: the filter for what is uncorrected takes those in work along. */
function byStatus(counts) {
  return { ...counts, unreviewed: counts.uncorrected - counts["in work"] }
}

function progressOf(screen) {
  const counts = byStatus(screen.data.view.counts)
  const done = counts.approved + counts.corrected
  const there = STATUS_ORDER.filter(([status]) => counts[status])
  const said = there.map(([status, meaning]) => `${counts[status]} ${meaning.split(":")[0]}`).join(", ")
  const bar = make(
    "div",
    { class: "mtr-bar", role: "progressbar", "aria-valuemin": "0", "aria-valuemax": String(counts.all), "aria-valuenow": String(done), "aria-label": `${said}, of ${counted(counts.all, "pair")}` },
    ...there.filter(([status]) => status !== "unreviewed").map(([status]) => make("span", { "data-status": status, style: `flex-grow:${counts[status]}` })),
    make("span", { style: `flex-grow:${counts.unreviewed}` }),
  )
  const signs = there.map(([status, meaning, filter]) =>
    button(`${counted(counts[status], "pair")} ${meaning}`, { class: "mtr-status", "data-name": `status-${status}`, "data-status": status, click: () => screen.look({ ...UNFILTERED, filter }) }, icon(status), String(counts[status])),
  )
  const comments = counts.comments > 0 && button(`${counted(counts.comments, "pair")} with open comments`, { class: "mtr-status", "data-name": "status-comments", "data-status": "comments", click: () => screen.look({ ...UNFILTERED, filter: "comments" }) }, icon("comment"), String(counts.comments))
  return make(
    "div",
    { class: "mtr-progress" },
    make("span", { class: "mtr-progress-said" }, make("b", {}, String(done)), ` of ${counts.all} done · `, make("b", {}, String(counts.open)), ` open ${counts.open === 1 ? "finding" : "findings"}`),
    make("div", { class: "mtr-standing" }, bar, make("div", { class: "mtr-statuses", role: "group", "aria-label": "Pairs by status" }, ...signs, comments)),
  )
}
