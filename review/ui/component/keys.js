/* The keys of the screen; fields, input methods and dialogs keep theirs. */

const GOING_KEYS = [
  [["n", "p"], "next, previous open finding"],
  [["j", "k", "↓", "↑"], "next, previous pair"],
  [["Tab"], "into the card, and back"],
  [["Shift o"], "worst first, or the order of the text"],
  [["s"], "read a random sample of the pairs without findings"],
  [["v"], "the whole article as its readers will see it, at this pair"],
]
const JUDGING_KEYS = [
  [["a"], "take the fix"],
  [["2", "…", "9"], "take another of the fixes"],
  [["d"], "dismiss the finding, or restore it"],
  [["Shift d"], "dismiss all findings like it, in every article"],
  [["e", "Enter"], "edit the translation"],
  [["y"], "approve the pair and go on, or take it back"],
  [["q"], "put the pair in question, or take it back"],
  [["u"], "undo your last act"],
]
const SHOWING_KEYS = [
  [["f"], "the findings as a tree"],
  [["/"], "search the texts"],
  [["b"], "compare with the machine's text, the version before, another reviewer's"],
  [["w"], "which words answer to which"],
  [["Esc"], "leave what is open"],
  [["?"], "these keys"],
]
/** What the dialog tells, by what one is doing. What a group opens takes its keys before the others, while it is open. */
const KEY_GROUPS = [
  ["Go through the article", GOING_KEYS],
  ["Judge and correct", JUDGING_KEYS],
  ["Show or hide", SHOWING_KEYS],
  ["In the editor", EDITOR_KEYS],
  ["Mark errors", MARK_KEYS],
  ["Score", SCORE_KEYS],
  ["Terms, memory, comments", HELP_KEYS],
  ["Findings as a tree", TREE_KEYS],
  ["Search", SEARCH_KEYS],
  ["Other translations", OTHER_KEYS],
  ["Alignment", LINK_KEYS],
  ["Two corrections of one pair", CONFLICT_KEYS],
]

const KEY_ACTS = {
  j: (screen) => screen.toPair(1),
  k: (screen) => screen.toPair(-1),
  ArrowDown: (screen) => screen.toPair(1),
  ArrowUp: (screen) => screen.toPair(-1),
  n: (screen) => screen.toNext(1),
  p: (screen) => screen.toNext(-1),
  a: (screen) => screen.accept(0),
  d: (screen) => screen.dismiss(),
  D: (screen) => screen.dismiss("everywhere"),
  e: (screen) => screen.edit(),
  Enter: (screen) => screen.edit(),
  y: (screen) => screen.approve(),
  q: (screen) => screen.question(),
  b: (screen) => screen.nextBase(),
  w: (screen) => screen.toggleWords(),
  f: (screen) => screen.toggleTree(),
  "/": (screen) => screen.openSearch(),
  O: (screen) => screen.reorder(),
  v: (screen) => screen.read(),
  s: (screen) => screen.sample(),
  u: (screen) => screen.undo(),
  Escape: (screen) => screen.leaveCard(),
  "?": (screen) => screen.help(),
}

/** Whether the focus has gone from the rows into the card that is shown, or back. */
function isIntoCard(screen, event) {
  if (event.key !== "Tab") return false
  const card = [screen.palette, screen.scale, screen.card].find((each) => !each.hidden)
  const stops = card ? stopsIn(card) : []
  const [at, row] = [stops.indexOf(document.activeElement), screen.elements.get(screen.current)]
  const isOut = event.shiftKey ? at === 0 : at === stops.length - 1
  if (!stops.length || !(at < 0 ? !event.shiftKey && document.activeElement === row : isOut)) return false
  event.preventDefault()
  const next = at < 0 ? stops[0] : row
  next.focus({ preventScroll: true })
  return true
}

/** What a key does with the other translations: but for showing them, only where they are shown. */
function otherAct(screen, key) {
  return key === "t" || screen.areOthersShown() ? OTHER_ACTS[key] : undefined
}

/** What a key does with the alignment: but for showing that, only where it is shown. */
function linkAct(screen, key) {
  return key === "l" || screen.areLinksShown() ? LINK_ACTS[key] : undefined
}

/** What a key does in the tree, while the focus is on a line of it. */
function treeAct(screen, key) {
  if (key === "Escape" && screen.tree.contains(document.activeElement)) return TREE_ACTS.Escape
  return screen.nodeAt().length ? TREE_ACTS[key === " " ? "Enter" : key] : undefined
}

/** What a key does while something is being marked or scored; the other keys rest. */
function modeAct(screen, event) {
  if (screen.marking) return markAct(screen, event)
  return screen.scoring ? scoreAct(screen, event) : undefined
}

/** What a key does where two people have corrected the current pair. */
function conflictAct(screen, key) {
  return screen.isDisputed() ? CONFLICT_ACTS[key] : undefined
}

/** What a key does at the current pair, where something may be open under it that takes its keys first. */
function pairAct(screen, event) {
  if (/^[2-9]$/.test(event.key)) return () => screen.accept(Number(event.key) - 1)
  return conflictAct(screen, event.key) ?? linkAct(screen, event.key) ?? otherAct(screen, event.key) ?? markAct(screen, event) ?? scoreAct(screen, event) ?? KEY_ACTS[event.key] ?? HELP_ACTS[event.key]
}

/** The keys that wait where other pairs are on their way; the rest is the browser's. */
const STRUCK = /^(?:\S|Enter|Escape|Arrow\w+)$/u

function onKey(screen, event) {
  if (isTaken(event)) return
  if (screen.isTurning() && STRUCK.test(event.key)) screen.strikeAhead(event)
  else if (!isIntoCard(screen, event)) strike(screen, event)
}

function strike(screen, event) {
  const inTree = treeAct(screen, event.key)
  if (!screen.current && !inTree && !["f", "/", "?"].includes(event.key)) return
  const act = inTree ?? modeAct(screen, event) ?? pairAct(screen, event)
  if (!act) return
  event.preventDefault()
  event.stopPropagation()
  act(screen)
}
