import type { Box } from '../page/box'

/**
 * The forms of a pill: all in one line, wrapped, only the short meaning; the line and the meaning in small letters, where lines
 * stand close; or a number, whose meaning stands in the companion and beside what has the focus or the pointer.
 */
export type PillForm = 'line' | 'wrap' | 'short' | 'tight-line' | 'tight-short' | 'number'

/** The size of a pill in each of its forms, in CSS pixels, as a box at the window's corner. */
export type Sizes = Readonly<Record<PillForm, Box>>

/** A number is as wide and as high as this, in CSS pixels. */
export const NUMBER = 16

/** The letters of a pill that is tight, what it is wider than they are, and how high it is, in pixels. */
const TIGHT = { letters: 12, edge: 10, height: 17 }
/** What any other pill is wider than its letters, as a share of their height. */
const EDGE = 1.1

/**
 * The sizes of all forms from those that are measured: the width of words grows with their letters.
 * @param letters how high the letters were that were measured, in pixels.
 */
export function sizesFrom(line: Box, wrap: Box, short: Box, letters: number): Sizes {
  const tight = ({ right }: Box): Box => {
    const width = Math.ceil(((right - EDGE * letters) * TIGHT.letters) / letters) + TIGHT.edge + 2
    return { left: 0, top: 0, right: width, bottom: TIGHT.height }
  }
  const number = { left: 0, top: 0, right: NUMBER, bottom: NUMBER }
  return { line, wrap, short, 'tight-line': tight(line), 'tight-short': tight(short), number }
}
