/* The line on which the review screen asks what helps: beside it, so that an answer draws no row anew. */

const LINES = new WeakMap()

export default function ({ data, parentElement, setStateValue }) {
  let line = LINES.get(parentElement)
  if (!line) {
    line = { ask: (event) => line.send("ask", event.detail) }
    document.addEventListener("mtr-ask", line.ask)
    LINES.set(parentElement, line)
  }
  line.send = setStateValue
  document.dispatchEvent(new CustomEvent("mtr-help", { detail: data }))
  return () => {
    document.removeEventListener("mtr-ask", line.ask)
    LINES.delete(parentElement)
  }
}
