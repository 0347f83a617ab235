/// Places by name.
export interface Gazetteer {
  readonly size: number
}
