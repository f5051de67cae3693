/* The keys of the screen; fields, input methods and dialogs keep theirs. */

const KEY_ACTS = {
  j: (screen) => screen.step(1),
  k: (screen) => screen.step(-1),
  ArrowDown: (screen) => screen.step(1),
  ArrowUp: (screen) => screen.step(-1),
  n: (screen) => screen.toFinding(1),
  p: (screen) => screen.toFinding(-1),
  a: (screen) => screen.accept(0),
  d: (screen) => screen.dismiss(),
  D: (screen) => screen.dismiss("everywhere"),
  e: (screen) => screen.edit(),
  Enter: (screen) => screen.edit(),
  y: (screen) => screen.approve(),
  q: (screen) => screen.question(),
  w: (screen) => screen.toggleWords(),
  o: (screen) => screen.reorder(),
  u: (screen) => screen.undo(),
  Escape: (screen) => screen.leaveCard(),
  "?": (screen) => screen.help(),
}

/** Whether a key belongs to somebody else: a field, a button under Enter, a shortcut, an input method, a dialog. */
function isTaken(event) {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return true
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  const at = event.target instanceof Element ? event.target : document.body
  if (at.closest("input, textarea, select, [contenteditable=''], [contenteditable='true'], [role='dialog'], [role='listbox'], [role='menu']")) return true
  if (["Enter", "ArrowDown", "ArrowUp"].includes(event.key) && at.closest("button, a, summary, [role='button'], [role='tab']")) return true
  return document.querySelector("dialog[open], [role='dialog'], [data-testid='stDialog']") !== null
}

/** What a key does with the other translations: but for showing them, only where they are shown. */
function otherAct(screen, key) {
  return key === "t" || screen.areOthersShown() ? OTHER_ACTS[key] : undefined
}

/** What a key does with the alignment: but for showing that, only where it is shown. */
function linkAct(screen, key) {
  return key === "l" || screen.areLinksShown() ? LINK_ACTS[key] : undefined
}

function onKey(screen, event) {
  if (isTaken(event) || !screen.current) return
  const act = /^[2-9]$/.test(event.key) ? () => screen.accept(Number(event.key) - 1) : (KEY_ACTS[event.key] ?? linkAct(screen, event.key) ?? otherAct(screen, event.key))
  if (!act) return
  event.preventDefault()
  event.stopPropagation()
  act(screen)
}
