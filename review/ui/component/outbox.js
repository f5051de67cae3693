/* What the reviewer did and the store has not confirmed yet. Each act has a place of its own in the browser's
   storage, so that two tabs do not overwrite each other's, and is sent again until it is answered. */

/** A random UUID; `crypto.randomUUID` exists in secure contexts only. */
function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}

/** The browser's storage, or null where it is switched off. */
function browserStorage() {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

class Outbox {
  constructor(prefix, storage = browserStorage()) {
    this.prefix = prefix
    this.storage = storage
    this.kept = storage !== null
    this.acts = this.stored("act|").sort((one, other) => one.seq - other.seq)
    this.conflicts = new Map(this.stored("conflict|").map((conflict) => [conflict.pair, conflict]))
    this.seq = this.acts.at(-1)?.seq ?? 0
    this.waitingSince = this.acts.length ? Date.now() : 0
  }

  stored(kind) {
    const start = this.prefix + kind
    const names = this.storage ? Object.keys(this.storage).filter((name) => name.startsWith(start)) : []
    return names.flatMap((name) => {
      try {
        return [JSON.parse(this.storage.getItem(name))]
      } catch {
        return []
      }
    })
  }

  write(name, value) {
    try {
      this.storage?.setItem(this.prefix + name, JSON.stringify(value))
    } catch {
      this.kept = false
    }
  }

  /** Put an act at the end; a new draft or a correction takes the place of the pair's drafts under way. */
  add(act) {
    if (act.op === "draft" || act.op === "correct") {
      for (const old of this.of(act.pair)) if (old.op === "draft") this.drop(old.id)
    }
    this.seq = Math.max(Date.now() * 1000, this.seq + 1)
    const added = { ...act, id: uuid(), seq: this.seq }
    if (!this.acts.length) this.waitingSince = Date.now()
    this.acts.push(added)
    this.write(`act|${added.id}`, added)
    return added
  }

  of(pair) {
    return this.acts.filter((act) => act.pair === pair)
  }

  /** The first act that waits to be amended; undefined where none does. */
  held() {
    return this.acts.find((act) => act.held)
  }

  /** What can be sent: all before an act that waits to be amended. */
  ready() {
    const at = this.acts.findIndex((act) => act.held > Date.now())
    return at < 0 ? this.acts : this.acts.slice(0, at)
  }

  /** Complete an act that waited; it waits no longer. */
  amend(act, more) {
    Object.assign(act.value, more)
    delete act.held
    delete act.choices
    if (this.acts.includes(act)) this.write(`act|${act.id}`, act)
  }

  drop(id) {
    this.acts = this.acts.filter((act) => act.id !== id)
    this.storage?.removeItem(`${this.prefix}act|${id}`)
  }

  /** Take the store's answers to acts: they leave the outbox, each answer with what was `sent`, and a text that was not saved becomes a conflict to settle. */
  answered(answers) {
    const settled = answers.filter((answer) => this.acts.some((act) => act.id === answer.id))
    for (const answer of settled) {
      const act = this.acts.find((each) => each.id === answer.id)
      if (answer.outcome !== "saved" && act.op === "correct") this.dispute(act, answer)
      answer.sent = act.value
      this.drop(answer.id)
    }
    if (settled.length) this.waitingSince = this.acts.length ? Date.now() : 0
    return settled
  }

  dispute(act, answer) {
    // Who has gone on writing for a pair that is no more has the newer text.
    if (!this.conflicts.get(act.pair)?.gone) this.keepConflict({ pair: act.pair, mine: act.value.text, base: act.base, reason: answer.outcome === "refused" ? answer.reason : "", gone: answer.gone })
  }

  keepConflict(conflict) {
    this.conflicts.set(conflict.pair, conflict)
    this.write(`conflict|${conflict.pair}`, conflict)
  }

  /** What was typed as a comment on a pair and not sent; without words, nothing. */
  keepComment(comment) {
    if (comment.text.trim()) this.write(`comment|${comment.pair}`, comment)
    else this.storage?.removeItem(`${this.prefix}comment|${comment.pair}`)
  }

  settle(pair) {
    this.conflicts.delete(pair)
    this.storage?.removeItem(`${this.prefix}conflict|${pair}`)
  }
}
