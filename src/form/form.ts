/** What an entry of the form is: a button, a field, a package of the list, a department or one of its topics. */
export type Kind = 'button' | 'field' | 'package' | 'department' | 'topic'

/** One string of the English form that we know. */
export interface Entry {
  readonly id: string
  readonly kind: Kind
  readonly stage: string
  /** The English exactly as attested; empty where it is not attested. */
  readonly texts: readonly string[]
  /** Whether the guide uses it; if not, the locale says why. */
  readonly used: boolean
  /** How much its presence says that this page is the form: 3 hardly occurs elsewhere, 1 occurs everywhere. */
  readonly weight: number
  /** The department of a topic. */
  readonly department?: string
}

/** An entry as the knowledge has it, with what is of no use in the form's page. */
export interface KnownEntry extends Entry {
  /** Plausible rewordings. */
  readonly also: readonly string[]
  /** The section of the guide, or the document, that it comes from. */
  readonly source: string
}

/** A step of the guide, and the entries that have to be dealt with to finish it. */
export interface Step {
  readonly id: string
  readonly parts: readonly string[]
}

/** An English form, as the guide works with it. */
export interface Form {
  readonly id: string
  readonly address: string
  readonly stages: readonly string[]
  readonly steps: readonly Step[]
  readonly entries: readonly Entry[]
}

/** All that is known about one English form. */
export interface Knowledge extends Form {
  /** Texts of an empty first option, such as "Please select". */
  readonly prompts: readonly string[]
  /** Texts that never stand on the form, but on shops and sign-up pages that share its words. */
  readonly strangers: readonly string[]
  /** Texts that ask to become a customer: they make a form with our fields another one, but may stand beside ours. */
  readonly invitations: readonly string[]
  readonly entries: readonly KnownEntry[]
}

const KINDS: readonly string[] = ['button', 'field', 'package', 'department', 'topic']

/**
 * Check a knowledge file and give it its type. The build calls this, so that a wrong file never ships.
 * @throws Error that names the entry and what is wrong with it.
 */
export function checkForm(raw: unknown): Knowledge {
  const form = raw as Knowledge
  const ids = new Set<string>()
  for (const entry of form.entries) {
    const wrong = faultOf(entry, form, ids)
    if (wrong) throw new Error(`${form.id}: entry "${entry.id}" ${wrong}`)
    ids.add(entry.id)
  }
  for (const part of form.steps.flatMap((step) => step.parts)) {
    if (!ids.has(part)) throw new Error(`${form.id}: a step names "${part}", which is no entry`)
  }
  return form
}

function faultOf(entry: KnownEntry, form: Form, ids: ReadonlySet<string>): string | undefined {
  if (ids.has(entry.id)) return 'stands twice'
  if (!KINDS.includes(entry.kind)) return `has the unknown kind "${entry.kind}"`
  if (!form.stages.includes(entry.stage)) return `has the unknown stage "${entry.stage}"`
  if (!entry.source) return 'has no source'
  if (!(entry.weight > 0)) return 'has no weight'
  if (entry.texts.length + entry.also.length === 0) return 'has no English text'
  if (entry.kind === 'topic' && !ids.has(entry.department ?? '')) return 'has no department before it'
  return undefined
}
