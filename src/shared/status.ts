import type { Form } from '../form/form'
import type { StepProgress } from '../form/progress'
import { isTopic } from './journey'

/** What one frame of a page tells the popup. Labels and ticks only; never what was typed. */
export interface Status {
  /** Whether this frame shows the form. */
  readonly form: boolean
  /** The number of the current step, from 1. */
  readonly step: number
  readonly steps: readonly StepProgress[]
  /** English texts of options that are not known. */
  readonly unknown: readonly string[]
  /** A translator is at work on the page. */
  readonly translator: boolean
  /** Some notes were given up, because the page keeps taking them away. */
  readonly paused: boolean
}

/** A status with a name for the frame that it is of, because all frames of a tab answer on one connection. */
export interface FrameStatus extends Status {
  readonly frame: string
}

/** The name of the popup's connection to a page. */
export const STATUS_PORT = 'status'

/** What the companion asks of the worker: open the page with what to say in the chat. All else is ignored. */
export const OPEN_CHAT = 'open-chat'

/** Point at the way to a topic, and scroll there: the customer asked for it. */
export interface ShowRequest {
  readonly type: 'show'
  /** The id of the topic or department. */
  readonly topic: string
}

/** What the popup may ask of the page's guide over its connection. */
export type Request = ShowRequest

/** Check what came over the connection; null for whatever is no request. */
export function readRequest(message: unknown, form: Form): Request | null {
  const { type, topic } = (typeof message === 'object' && message ? message : {}) as Record<string, unknown>
  return type === 'show' && isTopic(topic, form) ? { type, topic } : null
}

/** Check what a page answered; null for whatever is no status. */
export function readStatus(message: unknown): FrameStatus | null {
  const status = (typeof message === 'object' && message ? message : {}) as Record<string, unknown>
  const { form, step, steps, unknown, translator, paused, frame } = status
  const flags = [form, translator, paused].every((flag) => typeof flag === 'boolean')
  const lists = isListOf(steps, isStep) && isListOf(unknown, (text) => typeof text === 'string')
  return flags && lists && typeof step === 'number' && typeof frame === 'string' ? (message as FrameStatus) : null
}

function isListOf(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test)
}

function isStep(value: unknown): boolean {
  const { id, done, parts } = (typeof value === 'object' && value ? value : {}) as Record<string, unknown>
  if (typeof parts !== 'object' || parts === null) return false
  return typeof id === 'string' && typeof done === 'boolean' && isListOf(Object.values(parts), isFlag)
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean'
}
