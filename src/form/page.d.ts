/** The form of HostGator's chat as its page needs it. The build makes this module of `hostgator-chat.json`. */
declare module 'form:hostgator-chat' {
  export const form: import('./form').Form
  export const words: import('./learn').Words
}
