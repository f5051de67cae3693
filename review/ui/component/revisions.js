/* What became of a text: changes between two texts, and two reviewers' changes of one text put together. Words are
   compared where spaces part them, single characters elsewhere. */

const TOKEN = new RegExp(`(${WORD.source}|^)(\\s*)`, "gu")

/** The words of a text, each with the white space behind it: [both, white space, word]. */
function tokensOf(text) {
  return [...text.matchAll(TOKEN)].map(([both, word, gap]) => [both, gap, word]).filter(([both]) => both)
}

function joined(tokens, start, end) {
  return tokens.slice(start, end).map(([both]) => both).join("")
}

/** The pieces of two texts in turn: { same, old, text }, which joined are the one text, and the other. */
function revisions(before, after) {
  const [ours, theirs] = [tokensOf(before), tokensOf(after)]
  const found = []
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...common(ours, theirs), [ours.length, theirs.length]]) {
    addChange(found, joined(ours, i, nextI), joined(theirs, j, nextJ))
    if (nextI < ours.length) {
      addChange(found, ours[nextI][2], theirs[nextJ][2])
      addChange(found, ours[nextI][1], theirs[nextJ][1])
    }
    ;[i, j] = [nextI + 1, nextJ + 1]
  }
  return found
}

/** Add a piece; white space that both end in is the same, and neighbours of a kind are one. */
function addChange(found, old, text) {
  if (!old && !text) return
  const gap = old === text ? "" : sharedGap(old, text)
  const piece = { same: old === text, old: old.slice(0, old.length - gap.length), text: text.slice(0, text.length - gap.length) }
  const last = found.at(-1)
  if (last?.same === piece.same) Object.assign(last, { old: last.old + piece.old, text: last.text + piece.text })
  else found.push(piece)
  addChange(found, gap, gap)
}

function sharedGap(one, other) {
  let length = 0
  while (length < Math.min(one.length, other.length) && one.at(-1 - length) === other.at(-1 - length) && /\s/.test(one.at(-1 - length))) length += 1
  return length ? one.slice(-length) : ""
}

/** A change as it is shown: white space alone would not be seen. */
function shown(text) {
  return text.trim() ? text : visible(text)
}

/** Both texts as one, what went out struck through and what came in underlined. */
function trackedText(before, after) {
  return revisions(before, after).flatMap((piece) =>
    piece.same ? [piece.old] : [piece.old && make("del", {}, shown(piece.old)), piece.text && make("ins", {}, shown(piece.text))].filter(Boolean),
  )
}

/** What has to be done to words [from, to) of a text to make another one of it. */
function editsOf(tokens, text) {
  const theirs = tokensOf(text)
  const found = []
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...common(tokens, theirs), [tokens.length, theirs.length]]) {
    const gapped = nextI < tokens.length && tokens[nextI][1] !== theirs[nextJ][1] ? 1 : 0
    if (i < nextI || j < nextJ || gapped) found.push({ from: i, to: nextI + gapped, text: joined(theirs, j, nextJ + gapped) })
    ;[i, j] = [nextI + 1, nextJ + 1]
  }
  return found
}

/** Whether two edits are at the same words, or put something into the same place. */
function clash(one, other) {
  const isPlace = one.from === one.to || other.from === other.to
  return isPlace ? one.from <= other.to && other.from <= one.to : one.from < other.to && other.from < one.to
}

/** Two texts that were made of one, put together; where both changed the same words mine stand, and are told in `clashes`. */
function mergedText(base, mine, theirs) {
  const tokens = tokensOf(base)
  const [ours, others] = [editsOf(tokens, mine), editsOf(tokens, theirs)]
  const clashes = []
  const kept = others.filter((other) => {
    if (ours.some((one) => one.from === other.from && one.to === other.to && one.text === other.text)) return false
    const isFree = !ours.some((one) => clash(one, other))
    if (!isFree) clashes.push(other.text.trim() || joined(tokens, other.from, other.to).trim())
    return isFree
  })
  const both = [...ours, ...kept].sort((one, other) => one.from - other.from || one.to - other.to)
  let [text, at] = ["", 0]
  for (const edit of both) {
    text += joined(tokens, at, edit.from) + edit.text
    at = edit.to
  }
  return { text: text + joined(tokens, at, tokens.length), clashes }
}

/** The place in a text that a place in what became of it comes from, in UTF-16 units. */
function placeBefore(before, after, unit) {
  let [old, seen] = [0, 0]
  for (const piece of revisions(before, after)) {
    if (unit < seen + piece.text.length || (unit === seen + piece.text.length && !piece.same)) return old + Math.min(unit - seen, piece.old.length)
    old += piece.old.length
    seen += piece.text.length
  }
  return old
}
