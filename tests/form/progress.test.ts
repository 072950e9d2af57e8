import { expect, it } from 'vitest'
import type { Form } from '../../src/form/form'
import raw from '../../src/form/hostgator-chat.json'
import { currentStep, progress } from '../../src/form/progress'

const form = raw as Form
const at = (stage: string, ...done: string[]) => progress(form, { stage, done: new Set(done) })
const ticks = (steps: ReturnType<typeof at>) => steps.map((step) => step.done)

it('begins with nothing done', () => {
  expect(ticks(at('customer'))).toEqual([false, false, false, false])
  expect(currentStep(at('customer'))).toBe(1)
})

it('takes for done what lies before the stage that is shown', () => {
  expect(ticks(at('topic'))).toEqual([true, true, true, false])
  expect(currentStep(at('topic'))).toBe(4)
})

it('ticks a step when all its parts are done', () => {
  expect(ticks(at('details', 'name', 'billing-username'))).toEqual([true, false, false, false])
  expect(ticks(at('details', 'name', 'billing-username', 'password'))).toEqual([true, true, false, false])
})

it('stays at the last step when all is done', () => {
  expect(currentStep(at('topic', 'department', 'topic'))).toBe(4)
})
