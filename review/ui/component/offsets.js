/* Offsets at the border: the core counts code points, JavaScript counts UTF-16 units. */

/** The UTF-16 offset of a code point offset; past the end it is the length. */
function unitAt(text, point) {
  let unit = 0
  for (let seen = 0; seen < point && unit < text.length; seen += 1) unit += text.codePointAt(unit) > 0xffff ? 2 : 1
  return unit
}

/** The code point offset of a UTF-16 offset; inside a surrogate pair it is that of the next character. */
function pointAt(text, unit) {
  let point = 0
  for (let at = 0; at < unit && at < text.length; point += 1) at += text.codePointAt(at) > 0xffff ? 2 : 1
  return point
}

/** A word link with its places in UTF-16 units of the row's texts. */
function linkInUnits(link, row) {
  return { ...link, source: link.source.map((point) => unitAt(row.source, point)), target: link.target.map((point) => unitAt(row.text, point)) }
}

/** The places looked for in a row, in UTF-16 units of its texts. */
function hitsInUnits({ hits, source, text }) {
  const inText = (of, places = []) => places.map((place) => place.map((point) => unitAt(of, point)))
  return { source: inText(source, hits.source), target: inText(text, hits.target) }
}

/** A finding with its span, and its counterpart's, in UTF-16 units of the row's texts. */
function inUnits(finding, row) {
  const own = finding.side === "source" ? row.source : row.text
  const other = finding.side === "source" ? row.text : row.source
  const spanned = { ...finding, start: unitAt(own, finding.start), end: unitAt(own, finding.end) }
  if (finding.counterpart) spanned.counterpart = finding.counterpart.map((point) => unitAt(other, point))
  return spanned
}
