/* Comments on a pair: threads that all reviewers see, resolved and reopened. */

function fillThreads(screen, panel, row) {
  const threads = row.threads.map((thread) => threadOf(screen, row, thread))
  panel.replaceChildren(...threads)
  screen.commenting.of(row)
}

function threadOf(screen, row, thread) {
  const said = thread.comments.map((comment) => make("div", { class: "mtr-comment" }, signedBy(comment.by, comment.at), make("p", { dir: "auto" }, comment.text)))
  const foot = thread.resolved
    ? [make("span", { class: "mtr-small" }, "resolved by ", make("bdi", {}, thread.resolved)), button("Reopen the thread", { class: "mtr-link", click: () => screen.turn(row.id, thread.id, "reopened", "resolved") }, "Reopen")]
    : [button("Resolve the thread", { class: "mtr-link", click: () => screen.turn(row.id, thread.id, "resolved", "reopened") }, "Resolve"), button("Answer in this thread", { class: "mtr-link", click: () => screen.commenting.answer(thread) }, "Answer")]
  return make("article", { class: `mtr-thread${thread.resolved ? " mtr-resolved" : ""}`, "aria-label": thread.resolved ? "Resolved comment" : "Comment" }, ...said, make("div", { class: "mtr-thread-foot" }, ...foot))
}

/** The field for a comment; what is typed for a pair is kept in the browser, and stays with it until it is sent. */
function commentForm(screen) {
  const typed = new Map(screen.outbox.stored("comment|").map((comment) => [comment.pair, comment]))
  const field = make("textarea", { class: "mtr-comment-field", rows: 1, dir: "auto", "aria-label": "Comment on this pair", placeholder: "Comment for the other reviewers…" })
  const send = button("Send the comment", { class: "mtr-button" }, "Send", key("Ctrl Enter"))
  const about = make("span", { class: "mtr-small" })
  const foot = make("div", { class: "mtr-editor-foot", hidden: true }, send, about)
  const form = make("div", { class: "mtr-comment-form" }, field, foot)
  const now = () => typed.get(form.pair) ?? { pair: form.pair, text: "", about: "" }
  const type = (change) => {
    typed.set(form.pair, { ...now(), ...change })
    screen.outbox.keepComment(now())
  }
  const drop = (pair) => {
    typed.delete(pair)
    screen.outbox.keepComment({ pair, text: "" })
    if (form.pair === pair) field.value = ""
    paint()
  }
  const paint = () => {
    foot.hidden = !field.value.trim() && document.activeElement !== field
    about.textContent = now().about ? "as an answer" : ""
    grow(field)
  }
  const submit = () => {
    if (!field.value.trim()) return
    const { pair, text, about } = { ...now(), text: field.value }
    drop(pair)
    screen.comment(pair, text, about)
    screen.leaveHelp()
  }
  field.addEventListener("input", () => {
    type({ text: field.value })
    paint()
  })
  field.addEventListener("focus", paint)
  field.addEventListener("blur", () => {
    setTimeout(paint, 150)
    // The row says that a comment waits; while one types it does not change at each stroke.
    if (screen.rows.has(form.pair)) screen.refresh(form.pair)
  })
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isComposing(event)) {
      event.preventDefault()
      submit()
    }
  })
  send.addEventListener("click", submit)
  return {
    form,
    field,
    drop,
    /** Whether something was typed for a pair and not sent. */
    waits: (pair) => Boolean(typed.get(pair)?.text.trim()),
    /** Show what was typed for a pair. */
    of(row) {
      if (form.pair === row.id) return
      form.pair = row.id
      field.value = now().text
      field.setAttribute("aria-label", `Comment on pair ${row.number}`)
      paint()
    },
    /** Take a text back that did not reach its pair. */
    takeIn(text) {
      type({ text: [field.value, text].filter(Boolean).join("\n"), about: "" })
      field.value = now().text
      paint()
    },
    answer(thread) {
      type({ text: field.value, about: thread.id })
      field.focus()
    },
  }
}

/** The sign in a row's gutter that comments wait there. */
function commentSign(screen, row) {
  const open = row.threads.filter((thread) => !thread.resolved).length
  return open > 0 && button(`${counted(open, "open comment")} (;)`, { class: "mtr-comment-sign", tabindex: "-1", click: () => screen.startComment(row.id) }, icon("comment"))
}

/** That a comment was typed here and not sent, with the ways on. */
function waitingComment(screen, row) {
  if (!screen.commenting.waits(row.id)) return []
  const throwAway = () => {
    screen.commenting.drop(row.id)
    screen.refresh(row.id)
  }
  return [
    make("span", { class: "mtr-draft" }, "Comment kept, not sent"),
    button("Go on with the comment", { class: "mtr-link", click: () => screen.startComment(row.id) }, "continue"),
    button("Throw the comment away", { class: "mtr-link", click: throwAway }, "discard"),
  ]
}

const COMMENTS = {
  startComment(pair = this.current) {
    if (this.current !== pair) this.goTo(pair)
    if (!this.helpShown) this.toggleHelp(true)
    this.commenting.field.focus()
  },

  /** Say something about a pair; undoing it withdraws what was said. */
  comment(pair, text, about) {
    const { id } = this.act(pair, "comment", { text, about, turn: "said" })
    this.done.push({ pair, undo: () => this.act(pair, "comment", { text: "", about: id, turn: "withdrawn" }) })
    this.refresh(pair)
  },

  /** A comment whose pair is no more comes back to the field. */
  hasLost({ text, turn }) {
    if (turn !== "said") return this.say("That comment has gone along with its pair: please look again")
    this.toggleHelp(true)
    this.commenting.takeIn(text)
    return this.say("The alignment was changed meanwhile: your comment is back in its field, to be sent from here")
  },

  turn(pair, about, turn, back) {
    this.act(pair, "comment", { text: "", about, turn })
    this.done.push({ pair, undo: () => this.act(pair, "comment", { text: "", about, turn: back }) })
    this.refresh(pair)
  },
}

/** A row's threads after one more word in them; `by` is empty for the reviewer's own, not yet saved. */
function threadsAfter(threads, { text, about, turn }, act) {
  const holds = (thread) => thread.id === about || thread.comments.some((comment) => comment.id === about)
  const comment = { id: act.id, by: "", at: new Date(act.seq / 1000).toISOString(), text }
  if (turn === "said" && !about) return [...threads, { id: act.id, resolved: "", comments: [comment] }]
  const turned = {
    said: (thread) => ({ ...thread, resolved: "", comments: [...thread.comments, comment] }),
    resolved: (thread) => ({ ...thread, resolved: "you" }),
    reopened: (thread) => ({ ...thread, resolved: "" }),
    withdrawn: (thread) => ({ ...thread, comments: thread.comments.filter((each) => each.id !== about) }),
  }[turn]
  return threads.map((thread) => (holds(thread) ? turned(thread) : thread)).filter((thread) => thread.comments.length)
}
