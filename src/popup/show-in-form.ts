import type { Form } from '../form/form'
import hostgatorChat from '../form/hostgator-chat.json'
import type { ShowRequest } from '../shared/status'
import { saveJourney } from '../shared/stored-journey'
import { bringToFront, findForm } from './form-tab'

/**
 * Show the way to a topic or department in the form's page. It is remembered, so that the companion shows it as soon as
 * there is a form. Resolves to whether a tab shows the form now; that tab is then in front.
 */
export async function showInForm(entryId: string): Promise<boolean> {
  await saveJourney({ topic: entryId })
  const found = await findForm(`${(hostgatorChat as Form).address}*`)
  if (!found) return false
  const request: ShowRequest = { type: 'show', topic: entryId }
  found.port.postMessage(request)
  await bringToFront(found.tab)
  return true
}
