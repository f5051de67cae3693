/* The row as the reviewer sees it at once: what the store knows, and on top of it what it has not confirmed yet. */

/** The findings that still stand after `before` became `after`: those outside the stretch that differs. */
function shifted(findings, before, after) {
  const limit = Math.min(before.length, after.length)
  let head = 0
  while (head < limit && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < limit - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const growth = after.length - before.length
  return findings.flatMap((finding) => {
    if (finding.side === "source" || finding.end <= head) return [finding]
    if (finding.start < before.length - tail) return []
    return [{ ...finding, start: finding.start + growth, end: finding.end + growth }]
  })
}

/** The word links whose words in the translation still stand after `before` became `after`. */
function standing(words, before, after) {
  return words.flatMap((link) => {
    const [start, end] = link.target
    return shifted([{ side: "target", start, end }], before, after).map((moved) => ({ ...link, target: [moved.start, moved.end] }))
  })
}

/** The status that follows from the text where nobody has declared one. */
function byText(row, text) {
  return text === row.original ? "unreviewed" : "corrected"
}

const FOLDS = {
  correct: (row, { text, accepted }) => ({
    ...row,
    text,
    version: row.version + 1,
    status: row.status === "question" ? "question" : byText(row, text),
    draft: null,
    findings: shifted(
      row.findings.filter((finding) => finding.key !== accepted),
      row.text,
      text,
    ),
    words: standing(row.words, row.text, text),
    marks: sinceChange(row.marks, row.text, text),
    scores: sinceChange(row.scores, row.text, text),
  }),
  draft: (row, text, version) => {
    const status = row.status === "in work" ? byText(row, row.text) : row.status
    return text === row.text ? { ...row, draft: null, status } : { ...row, draft: { text, version }, status: "in work" }
  },
  dismiss: (row, named) => ({ ...row, findings: withDismissed(row.findings, named, true) }),
  restore: (row, named) => ({ ...row, findings: withDismissed(row.findings, named, false) }),
  mark: withMark,
  withdraw: withoutMark,
  score: withScore,
  // What comes of it only the store knows.
  repair: (row) => row,
  status: (row, status) => ({ ...row, status: status === "unreviewed" ? byText(row, row.text) : status }),
}

/** Findings named by a key, or all that are like one by their pattern and its scope. */
function withDismissed(findings, named, dismissed) {
  const [is, scope] = named.pattern === undefined ? [(finding) => finding.key === named, "here"] : [(finding) => finding.pattern === named.pattern, named.scope]
  return findings.map((finding) => (is(finding) ? { ...finding, dismissed, scope } : finding))
}

/** A row with the acts on it that are still under way. */
function folded(row, acts) {
  return acts.reduce((now, act) => FOLDS[act.op](now, act.value, act.version), row)
}

/** Whether the reviewer's draft was typed over a text that has changed since. */
function isOutdated(row) {
  return row.draft !== null && row.draft.version < row.version
}

/** A text cut where findings begin and end: each piece with the findings over it; a place is a piece of no length. */
function pieces(length, findings) {
  const cuts = new Set([0, length])
  for (const { start, end } of findings) cuts.add(Math.min(start, length)).add(Math.min(end, length))
  const sorted = [...cuts].sort((one, other) => one - other)
  return sorted.flatMap((start, index) => {
    const end = sorted[index + 1]
    const places = findings.filter((finding) => finding.start === finding.end && Math.min(finding.start, length) === start)
    const cut = places.length ? [{ start, end: start, findings: places }] : []
    if (end === undefined) return cut
    const over = findings.filter((finding) => finding.start <= start && finding.end >= end && finding.end > finding.start)
    return [...cut, { start, end, findings: over }]
  })
}

/** The text with the finding's fix in the place of its span; null where there is none to put into the target. */
function fixed(text, finding, choice) {
  const fix = finding.fixes[choice]
  const [start, end] = finding.side === "target" ? [finding.start, finding.end] : (finding.counterpart ?? [])
  return fix === undefined || start === undefined ? null : text.slice(0, start) + fix + text.slice(end)
}
