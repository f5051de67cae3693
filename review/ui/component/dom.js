/* Building the page from text nodes only: a text can never become markup. */

const SVG = "http://www.w3.org/2000/svg"
const ICONS = {
  unreviewed: ["M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14"],
  "in work": ["M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14", "M12 8v4l3 2"],
  corrected: ["M4 20l1-4L16 5l3 3L8 19z", "M13 8l3 3"],
  approved: ["M5 12.5l4.5 4.5L19 7.5"],
  question: ["M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 2", "M12 17.2v.1"],
  dismiss: ["M6 6l12 12", "M18 6L6 18"],
  restore: ["M4 10h9a5 5 0 0 1 0 10H9", "M8 6l-4 4l4 4"],
  weak: ["M12 4.5L21 20H3z", "M12 10.5v4", "M12 17.2v.1"],
  others: ["M4 5h10v8H8l-4 3z", "M17 9h3v11l-4-3h-6v-1"],
  links: ["M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1", "M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"],
  comment: ["M5 5h14v10h-8l-4 4v-4H5z"],
  help: ["M4 5h16v14H4z", "M14 5v14"],
  worst: ["M5 6h14", "M5 12h9", "M5 18h4"],
  tree: ["M5 5h14", "M9 12h10", "M9 19h10", "M5 5v14", "M5 12h1", "M5 19h1"],
  search: ["M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13", "M15.5 15.5L20 20"],
  above: ["M6 15l6-6l6 6"],
  below: ["M6 9l6 6l6-6"],
  before: ["M15 6l-6 6l6 6"],
  after: ["M9 6l6 6l-6 6"],
}

/** An element with attributes, listeners (functions by event name) and children; strings become text nodes. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (typeof value === "function") element.addEventListener(name, value)
    else element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

/** A drawn sign; the meaning is said by the element around it. */
function icon(name) {
  const svg = document.createElementNS(SVG, "svg")
  for (const [key, value] of [["viewBox", "0 0 24 24"], ["aria-hidden", "true"], ["class", "mtr-icon"]]) svg.setAttribute(key, value)
  for (const drawn of ICONS[name]) {
    const path = document.createElementNS(SVG, "path")
    path.setAttribute("d", drawn)
    svg.append(path)
  }
  return svg
}

/** What in a box can be gone to by Tab. */
function stopsIn(box) {
  return [...box.querySelectorAll("button:not(:disabled), input")]
}

/** Where the focus goes when stops are built anew: to what says the same, or else to what stands in its place. */
function stopLike(before, at, after) {
  const isAlike = (each) => each.ariaLabel === before[at].ariaLabel && each.textContent === before[at].textContent
  const alike = after.filter(isAlike)
  return alike[before.slice(0, at).filter(isAlike).length] ?? alike.at(-1) ?? after[at]
}

/** Show a box, filled anew where it shows something else; where the focus was in it, it stays there. */
function refill(box, shown, fill) {
  box.hidden = false
  const signature = JSON.stringify(shown)
  if (box.signature === signature) return
  const before = stopsIn(box)
  const at = before.indexOf(document.activeElement)
  fill()
  box.signature = signature
  if (at >= 0) stopLike(before, at, stopsIn(box))?.focus({ preventScroll: true })
}

/** Make these the children of a box, in order. What stands where it did is not touched, and the focus stays where it is. */
function setChildren(box, wanted) {
  const focused = box.contains(document.activeElement) ? document.activeElement : null
  const kept = new Set(wanted)
  for (const child of [...box.children]) if (!kept.has(child)) child.remove()
  wanted.forEach((child, at) => box.children[at] === child || box.insertBefore(child, box.children[at] ?? null))
  if (focused && document.activeElement !== focused) focused.focus({ preventScroll: true })
}

function key(name) {
  return make("kbd", {}, name)
}

/** A button that leaves the keyboard with the rows. */
function button(label, attributes, ...children) {
  return make("button", { type: "button", "aria-label": label, title: label, ...attributes }, ...children)
}

/** The word for a number of things. */
function counted(number, one, many = `${one}s`) {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`
}
