// What is done to a page while it is measured.
import { putBareNotes } from './bare-notes.mjs'

/** A re-render storm: the whole form is made anew in each of 120 frames. */
export const storm = (page) =>
  page.evaluate(async () => {
    const form = document.getElementById('form')
    const clean = form.innerHTML
    for (let frame = 0; frame < 120; frame++) {
      await new Promise(requestAnimationFrame)
      form.innerHTML = clean
    }
  })

/** The same storm, in which the page itself puts a bare note after each text. */
export const stormWithNotes = (page) =>
  page.evaluate(async (source) => {
    const putNotes = new Function(`return ${source}`)()
    const form = document.getElementById('form')
    const clean = form.innerHTML
    for (let frame = 0; frame < 120; frame++) {
      await new Promise(requestAnimationFrame)
      form.innerHTML = clean
      putNotes(form)
    }
  }, putBareNotes.toString())

/** Many changes of something, each followed by a bare walk over the page if that is asked for. */
const changes = (times, walks, change) => (page) =>
  page.evaluate(
    async ([count, isWalked, source]) => {
      const run = new Function(`return ${source}`)()
      for (let time = 0; time < count; time++) {
        run(time)
        if (isWalked) {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
          while (walker.nextNode());
        }
        await null
      }
    },
    [times, walks, change.toString()],
  )

const retext = (time) => {
  document.getElementById('other').firstChild.data = String(time)
}
const restyle = (time) => {
  document.getElementById('form').className = time % 2 ? 'odd' : ''
}
const retitle = (time) => {
  document.getElementById('form').title = time % 2 ? 'odd' : ''
}

/** Two thousand changes of a text outside the form; the same with a bare walk over the page for each. */
export const elsewhere = changes(2000, false, retext)
export const elsewhereWithWalk = changes(2000, true, retext)

/** Five hundred changes of the form, each looked at, after which all that is noted is as before; with a bare walk for each. */
export const unchanged = changes(500, false, retitle)
export const unchangedWithWalk = changes(500, true, retitle)

/** Two thousand changes of how the form looks, all in one frame; and with a bare walk for each. */
export const restyled = changes(2000, false, restyle)
export const restyledWithWalk = changes(2000, true, restyle)

/** Make the form anew many times, some of them in one frame. */
export const renders = (count) => (page) =>
  page.evaluate(async (times) => {
    const form = document.getElementById('form')
    const clean = form.innerHTML
    for (let time = 0; time < times; time++) {
      form.innerHTML = clean
      if (time % 20 === 0) await new Promise(requestAnimationFrame)
      else await null
    }
    await new Promise((done) => setTimeout(done, 200))
  }, count)
