/** The model of the agent's sentences, made by the build from src/sayings. */
declare module 'trained-sayings' {
  const model: import('./model').Model
  export default model
}
