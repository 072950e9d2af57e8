import { languages } from 'locales:names'
import { fillTexts, texts } from '../shared/i18n'
import { DEFAULTS, type Settings } from '../shared/settings'
import { forgetAll } from '../shared/stored-journey'
import { loadSettings, onSettings, saveSettings } from '../shared/stored-settings'
import { changeShortcut, shortcut } from './shortcut'

const element = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T

const choicesOf = (name: string) => document.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)

/** Show the settings, in the language that they say. */
async function draw(settings: Settings): Promise<void> {
  const t = await texts(settings.language)
  fillTexts(document, t, settings.language)
  element<HTMLInputElement>('enabled').checked = settings.enabled
  element<HTMLInputElement>('companion').checked = settings.companion
  for (const name of ['language', 'notes', 'unused'] as const) {
    for (const choice of choicesOf(name)) choice.checked = choice.value === settings[name]
  }
  const keys = await shortcut()
  element('keys').hidden = keys === null
  // Firefox names the keys in English.
  const named = keys?.replace('Shift', t('settings.shift'))
  element('shortcut').textContent = keys ? t('settings.shortcut', { keys: named }) : t('settings.noShortcut')
  element('change-keys').textContent = t(keys ? 'settings.changeKeys' : 'settings.chooseKeys')
}

/** One choice for each language, by its own name. */
async function drawLanguages(): Promise<void> {
  for (const language of languages) {
    const label = document.createElement('label')
    const choice = document.createElement('input')
    const name = (await texts(language))('language')
    Object.assign(label, { className: 'option', lang: language })
    Object.assign(choice, { type: 'radio', name: 'language', value: language })
    choice.addEventListener('change', () => void keep({ language }))
    label.append(choice, ` ${name}`)
    element('languages').append(label)
  }
}

/** Store something. If the browser cannot, say so and show again what holds. */
async function keep(changed: Partial<Settings>): Promise<boolean> {
  const stored = await saveSettings(changed).then(
    () => true,
    () => false,
  )
  element('failed').hidden = stored
  element('done').textContent = ''
  if (!stored) await draw(await loadSettings())
  return stored
}

async function reset(): Promise<void> {
  if (!(await keep(DEFAULTS))) return
  await forgetAll()
  const { language } = DEFAULTS
  element('done').textContent = (await texts(language))('settings.resetDone')
}

for (const id of ['enabled', 'companion'] as const) {
  const box = element<HTMLInputElement>(id)
  box.addEventListener('change', () => void keep({ [id]: box.checked }))
}
for (const name of ['notes', 'unused'] as const) {
  for (const choice of choicesOf(name)) choice.addEventListener('change', () => void keep({ [name]: choice.value }))
}
element('change-keys').addEventListener('click', () => void changeShortcut())
element('reset').addEventListener('click', () => void reset())
// The keys are changed on a page of the browser's own; who returns from there wants to see the new ones.
addEventListener('focus', () => void loadSettings().then(draw))
onSettings((settings) => void draw(settings), new AbortController().signal)
void drawLanguages().then(loadSettings).then(draw)
