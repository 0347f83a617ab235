/// Thrown where an input cannot be read any further; its message is a reason that ends with what to do.
export class Unreadable extends Error {
  override name = "Unreadable"
}
