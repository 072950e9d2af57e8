import type { StepProgress } from '../form/progress'

/** Draw one stretch for each step, full once it is done. Only for the eye: the words beside it say the same. */
export function drawProgressBar(bar: HTMLElement, steps: readonly StepProgress[]): void {
  bar.replaceChildren(
    ...steps.map(({ done }) => {
      const stretch = document.createElement('li')
      if (done) stretch.className = 'done'
      return stretch
    }),
  )
}
