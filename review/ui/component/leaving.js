/* The way to the reader's view and back: Python leads there, for another page is another script. */

/** Milliseconds after which a click that has led nowhere is made again; longer each time, for the server may be busy. */
const AGAIN = [2500, 5000, 10000]

const LEAVING = {
  /**
   * Have a click that leaves the page lead there: where a message of this page comes to the server while the click still
   * waits there, Streamlit takes the two for one, on the page of the later one, and the click is lost.
   */
  mindLeaving(on) {
    on(
      document,
      "click",
      (event) => {
        const link = event.target.closest?.("a[href]")
        if (link && !link.target && link.origin === window.location.origin && !this.root.contains(link)) this.follow(link)
      },
      { capture: true },
    )
  },

  /** Look whether a link has led to its page, and click it again where it has not. */
  follow(link) {
    if (this.following === link) return
    this.following = link
    const look = (times) => {
      if (this.following !== link) return
      const isThere = link.pathname === window.location.pathname || !link.isConnected || !this.root.isConnected
      if (!isThere) link.click()
      if (isThere || times === AGAIN.length) this.following = null
      else setTimeout(look, AGAIN[times], times + 1)
    }
    setTimeout(look, AGAIN[0], 1)
  },

  /** To this pair in the whole article; what is being typed stays a draft. */
  read() {
    this.closeEditing({ keep: true })
    this.tell("going", { pair: this.current, search: window.location.search, stamp: Date.now() })
  },
}
