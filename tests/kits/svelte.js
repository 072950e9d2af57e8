import { mount as mountSvelte } from 'svelte'
import SvelteForm from './svelte-form.svelte'

/** The form made with Svelte: cards, placeholders alone, a tree. */
export default function mount(root, stage) {
  mountSvelte(SvelteForm, { target: root, props: { stage } })
}
