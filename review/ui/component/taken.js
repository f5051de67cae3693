/* Keys that belong to somebody else, on the review screen and in the reader's view. */

/** Whether an input method takes a key: some browsers say so by its code alone. */
function isComposing(event) {
  return event.isComposing || event.keyCode === 229
}

/** Whether a key belongs to somebody else: a field, a button under Enter, a shortcut, an input method, a dialog. */
function isTaken(event) {
  if (event.defaultPrevented || isComposing(event)) return true
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  const at = event.target instanceof Element ? event.target : document.body
  if (at.closest("input, textarea, select, [contenteditable=''], [contenteditable='true'], [role='dialog'], [role='listbox'], [role='menu']")) return true
  if (["Enter", "ArrowDown", "ArrowUp"].includes(event.key) && at.closest("button, a, summary, [role='button'], [role='tab']")) return true
  return document.querySelector("dialog[open], [role='dialog'], [data-testid='stDialog']") !== null
}
