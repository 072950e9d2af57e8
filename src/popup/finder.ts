import model from 'trained:es'
import { createFinder } from '../finder/find'

/** The finder with all that it has learnt. A module of its own, because the popup is drawn before it is needed. */
export const finder = createFinder(model)
