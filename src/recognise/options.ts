import type { Entry } from '../form/form'
import { isOwn, saysNothing } from '../form/written'
import { decide, type Neighbours, neighboursIn } from './context'
import { knownShare } from './evidence'
import type { FieldMatch } from './fields'
import type { Match } from './match'
import type { FieldPlace, OptionPlace } from './places'

/** Tell what the options of native lists are. Nothing in a list that is mostly not ours. */
export function matchOptions(fields: readonly FieldMatch[]): readonly Match[] {
  const chosen = chosenDepartment(fields)
  return fields.flatMap(({ place: field, entry }) => {
    if (field.options.length === 0 || typeof entry === 'string') return []
    return isOurs(field, entry) ? matchList(field, entry.id, chosen) : []
  })
}

/** By its choices; a list that is called so is one of ours too, whatever its choices are. */
function isOurs({ options, candidates }: FieldPlace, list: Entry): boolean {
  if (knownShare(options) >= 0.5) return true
  return list.stage === 'topic' && candidates.some(({ entry, exact }) => exact && entry === list)
}

function matchList(field: FieldPlace, list: string, chosen: Entry | null): readonly Match[] {
  const { options } = field
  const around = neighboursByGroup(options)
  const department = list === 'topic' && (isTopicsOf(field, chosen) || isUnused(chosen)) ? chosen : null
  return options.flatMap((place, at): readonly Match[] => {
    if (saysNothing(place.english)) return []
    if (place.prompt) return [{ place, entry: promptOf(place, list) }]
    const { element, group, candidates } = place
    const isGroup = element instanceof HTMLOptGroupElement
    const kinds = list === 'package' ? ['package'] : isGroup ? ['department'] : ['department', 'topic']
    const fitting = candidates.filter(({ entry }) => kinds.includes(entry.kind))
    const heading = group ? departmentOf(group) : department
    const context = { neighbours: around(place), heading, following: options.slice(at + 1, at + 2) }
    const entry = decide(fitting, context)
    if (!entry && isOwn(place.english)) return []
    // What we know from another department is not that of this one.
    const isNew = candidates.length === 0
    return [{ place, entry: entry ?? (isNew && isUnused(heading) ? heading : 'unknown') }]
  })
}

/** What stands under a department that is not used is not used either. */
function isUnused(department: Entry | null): department is Entry {
  return department !== null && !department.used
}

/** Options stand in one list with those of their own group. */
function neighboursByGroup(options: readonly OptionPlace[]): (place: OptionPlace) => Neighbours {
  const groups = new Map<OptionPlace | null, OptionPlace[]>()
  for (const place of options) {
    const group = groups.get(place.group) ?? []
    groups.set(place.group, group)
    if (!place.prompt) group.push(place)
  }
  const around = new Map([...groups].map(([group, list]) => [group, neighboursIn(list)]))
  const alone = neighboursIn([])
  return (place) => (around.get(place.group) ?? alone)(place)
}

/** An empty first option may carry the name of the list itself; that says more than "choose one". */
function promptOf(place: OptionPlace, list: string): Match['entry'] {
  return place.candidates.find(({ entry }) => entry.id === list)?.entry ?? 'prompt'
}

function departmentOf(group: OptionPlace): Entry | null {
  return group.candidates.find(({ entry }) => entry.kind === 'department')?.entry ?? null
}

/** The department that is chosen in the list of departments, where topics have a list of their own. */
function chosenDepartment(fields: readonly FieldMatch[]): Entry | null {
  for (const { place, entry } of fields) {
    if (entry === 'unknown' || entry === 'prompt' || entry.id !== 'department') continue
    const chosen = place.options.find(({ element }) => element instanceof HTMLOptionElement && element.selected)
    return (chosen && departmentOf(chosen)) ?? null
  }
  return null
}

/** The page may still be filling the second list for the choice in the first. */
function isTopicsOf(field: FieldPlace, department: Entry | null): boolean {
  return field.options.some(({ candidates }) => candidates.some(({ entry }) => entry.department === department?.id))
}
