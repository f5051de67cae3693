/* The way to the reader's view and back: Python leads there, for another page is another script. */

const LEAVING = {
  /** To this pair in the whole article; what is being typed stays a draft. */
  read() {
    this.closeEditing({ keep: true })
    this.tell("going", { pair: this.current, search: window.location.search, stamp: Date.now() })
  },
}
