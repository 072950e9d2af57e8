/** Whether the page behind the notes is light or dark. */
export type Theme = 'light' | 'dark'

/** How the notes look: their theme, and whether those of what is not used are dimmed. */
export type Look = Theme | `${Theme} dimmed`

/** The look for a theme. */
export const lookOf = (theme: Theme, dimmed: boolean): Look => (dimmed ? `${theme} dimmed` : theme)

/** The colours of a note: its words, its ground, its edge, the words that matter less, and its line. */
export interface Colours {
  readonly ink: string
  readonly paper: string
  readonly edge: string
  readonly soft: string
  /** A line from it to what it belongs to. */
  readonly line: string
}

/** What stands plainly there, what is to be used, what is not used or not known, and the last of them dimmed. */
type Shade = 'plain' | 'use' | 'grey' | 'dimmed'

/** All contrasts of words on their ground are at least 4.5 : 1. */
export const COLOURS: Readonly<Record<Shade, Readonly<Record<Theme, Colours>>>> = {
  plain: {
    light: { ink: '#10395c', paper: '#e9f3fc', edge: '#8fbfe8', soft: '#33536f', line: '#8fbfe8' },
    dark: { ink: '#d8ecff', paper: '#17324c', edge: '#3f77a8', soft: '#a9c8e4', line: '#3f77a8' },
  },
  use: {
    light: { ink: '#0d4527', paper: '#e2f6ea', edge: '#7cc79b', soft: '#2d5a41', line: '#7cc79b' },
    dark: { ink: '#d3f7e1', paper: '#123a26', edge: '#3f9566', soft: '#a5d3b8', line: '#3f9566' },
  },
  grey: {
    light: { ink: '#4a4f57', paper: '#f4f4f5', edge: '#a4a9b1', soft: '#575d66', line: '#a4a9b1' },
    dark: { ink: '#d5d8de', paper: '#2b2f35', edge: '#7b828d', soft: '#b8bdc6', line: '#7b828d' },
  },
  dimmed: {
    light: { ink: '#62676f', paper: '#fbfbfc', edge: 'transparent', soft: '#575d66', line: '#8b9099' },
    dark: { ink: '#a6acb6', paper: '#23272c', edge: 'transparent', soft: '#b8bdc6', line: '#8b9099' },
  },
}

/** The letters of all notes. */
export const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
