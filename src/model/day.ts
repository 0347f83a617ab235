/// The day that lies so many days after another (before it, if negative). Days are YYYY-MM-DD.
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
