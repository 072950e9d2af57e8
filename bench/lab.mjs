// Browsers side by side, one for each extension, and samples of them taken in turns.
import { load, startBrowser } from './browser.mjs'
import { formPage } from './pages.mjs'

/** Start a browser for each folder. @param pairs how many samples of each are taken. */
export async function makeLab(root, folders, pairs) {
  let html = formPage(25)
  const browsers = {}
  for (const [name, folder] of Object.entries(folders))
    browsers[name] = await startBrowser(root, name, folder, () => html)
  // Warm every browser, so that the first sample pays for nothing that the others do not.
  for (const browser of Object.values(browsers)) await load(browser)

  return {
    names: Object.keys(browsers),
    pairs,
    context: (name) => browsers[name],
    /** Serve another page from now on. */
    serve(page) {
      html = page
    },
    /** One sample of one browser. */
    sample: (name, during) => load(browsers[name], during),
    /** Samples of some browsers, in turns forwards and backwards, so that a drift of the machine cancels out. */
    async interleaved(names, during, rounds = pairs) {
      const samples = Object.fromEntries(names.map((name) => [name, []]))
      for (let pair = 0; pair < rounds; pair++) {
        for (const name of pair % 2 ? [...names].reverse() : names)
          samples[name].push(await load(browsers[name], during))
      }
      return samples
    },
    close: async () => {
      for (const browser of Object.values(browsers)) await browser.close()
    },
  }
}

/** One number for each pair of samples. */
export function each(samples, ratio) {
  const names = Object.keys(samples)
  return samples[names[0]].map((_, index) =>
    ratio(Object.fromEntries(names.map((name) => [name, samples[name][index]]))),
  )
}
