/** A box in CSS pixels of the viewport. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What a pill must not cover, if it is seen. */
export interface Obstacle extends Box {
  /** Answers whether it is painted, which is only asked where it is in the way; always, if not given. */
  readonly isSeen?: () => boolean
}
