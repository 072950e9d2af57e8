/** The model of a language, made by the build from locales/problems. */
declare module 'trained:*' {
  const model: import('./model').Model
  export default model
}
