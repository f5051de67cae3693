/* Whether anybody has said anything of the article since: beside the screen, so that asking draws no row anew. */

export default function ({ data }) {
  document.dispatchEvent(new CustomEvent("mtr-pulse", { detail: data }))
}
