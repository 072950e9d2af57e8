import { form as enForm, note as enNote } from '../locales/en.json'
import { form as esForm, note as esNote } from '../locales/es.json'
import type { Form } from './form/form'
import hostgatorChat from './form/hostgator-chat.json'
import { runGuide } from './guide'
import { blind } from './page/blind'
import { whenSettled } from './page/settled'
import { pageBrowser } from './shared/page-browser'

const browser = blind() ? pageBrowser() : undefined
const locales = { es: { form: esForm, note: esNote }, en: { form: enForm, note: enNote } }
if (browser) void whenSettled(document).then(() => runGuide(document, hostgatorChat as Form, locales, browser))
