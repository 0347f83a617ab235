import * as z from "zod"

/// The schemas that have a name of their own in the OpenAPI document; all others are written out where they are used.
export const names = z.registry<{id: string}>()

/// Gives a schema its name, and one line on what it is.
export const named = <S extends z.ZodType>(id: string, says: string, schema: S): S => {
  const described = schema.describe(says)
  names.add(described, {id})
  return described
}

export const text = z.string()
export const whole = z.int().min(0)
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day looks like 2023-09-13")
