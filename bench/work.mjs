// What is done to a page while it is measured.

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

/** Two thousand changes of a text outside the form. */
export const elsewhere = (page) =>
  page.evaluate(async () => {
    const other = document.getElementById('other')
    for (let time = 0; time < 2000; time++) {
      other.firstChild.data = String(time)
      await null
    }
  })

/** The same, with a bare walk over the page for each change. */
export const elsewhereWithWalk = (page) =>
  page.evaluate(async () => {
    const other = document.getElementById('other')
    for (let time = 0; time < 2000; time++) {
      other.firstChild.data = String(time)
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
      while (walker.nextNode());
      await null
    }
  })

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
