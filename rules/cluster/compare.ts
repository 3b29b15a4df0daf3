/** A member that stands against others in one respect. */
export interface Difference<T> {
  readonly one: T;
  readonly others: readonly T[];
}

/**
 * Where members differ: each that stands against the majority, or, where there is none, the first against all that
 * differ from it, so that two parties give one difference. Members without a known value (undefined) are left out.
 */
export function differences<T>(
  members: readonly T[],
  valueIn: (member: T) => string | undefined,
): readonly Difference<T>[] {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const value = valueIn(member);
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), member]);
  }
  if (groups.size < 2) return [];
  const all = [...groups.values()];
  const count = all.reduce((sum, group) => sum + group.length, 0);
  const majority = all.find((group) => group.length * 2 > count);
  if (majority)
    return all.flatMap((group) =>
      group === majority ? [] : group.map((one) => ({ one, others: majority })),
    );
  const [first = [], ...rest] = all;
  return first.slice(0, 1).map((one) => ({ one, others: rest.flat() }));
}

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** "3 on supermente", "1 on a and b", "3 on b, 5 on c": values with those who have them. */
export function valuesBy<T>(
  others: readonly T[],
  show: (member: T) => string,
  nameOf: (member: T) => string,
): string {
  const names = new Map<string, string[]>();
  for (const other of others) names.set(show(other), [...(names.get(show(other)) ?? []), nameOf(other)]);
  return [...names].map(([value, by]) => `${value} on ${listed(by)}`).join(", ");
}
