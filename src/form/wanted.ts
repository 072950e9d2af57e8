import type { Form } from './form'

/** The topic that the customer wants to be shown, and the department that it is in; by id, or null. */
export interface Wanted {
  readonly topic: string | null
  readonly department: string | null
}

/** Nothing is wanted. */
export const NOTHING_WANTED: Wanted = { topic: null, department: null }

/** What is wanted by who wants this topic or department. */
export function wantedIn(form: Form, topic: string | null): Wanted {
  const entry = topic === null ? undefined : form.entries.find(({ id }) => id === topic)
  return entry ? { topic, department: entry.department ?? null } : NOTHING_WANTED
}
