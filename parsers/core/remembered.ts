/** A value that is made when it is first asked for: what reads a table costs nothing in a run that has no use for it. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same function, its answer kept for as long as what it was asked about lives: an index is made once, at first use. */
export function remembered<Of extends object, Answer>(make: (of: Of) => Answer): (of: Of) => Answer {
  const known = new WeakMap<Of, Answer>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined || known.has(of)) return found as Answer;
    const answer = make(of);
    known.set(of, answer);
    return answer;
  };
}

/** The same of a function that is asked about something by a key: a name, a version. */
export function rememberedBy<Of extends object, Key, Answer>(
  make: (of: Of, key: Key) => Answer,
): (of: Of, key: Key) => Answer {
  const answersOf = remembered((_: Of) => new Map<Key, Answer>());
  return (of, key) => {
    const known = answersOf(of);
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Answer;
    const answer = make(of, key);
    known.set(key, answer);
    return answer;
  };
}

/** Values by key, each list in the order of the values. */
export function grouped<Key, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) addTo(groups, keyOf(value), value);
  return groups;
}

export function addTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** Values by key, of which only those are put together that are asked for. */
export interface Groups<Key, Value> {
  readonly keys: () => Iterable<Key>;
  /** [] for a key that there is not. */
  readonly of: (key: Key) => readonly Value[];
}

/** The groups of all of these together, in their order. */
export function merged<Key, Value>(
  several: Iterable<ReadonlyMap<Key, readonly Value[]>>,
): Groups<Key, Value> {
  const lists = new Map<Key, (readonly Value[])[]>();
  for (const one of several) for (const [key, values] of one) addTo(lists, key, values);
  const whole = new Map<Key, readonly Value[]>();
  return {
    keys: () => lists.keys(),
    of: (key) => {
      const some = lists.get(key) ?? [];
      const known = some.length === 1 ? some[0] : whole.get(key);
      if (known) return known;
      const values: Value[] = [];
      for (const list of some) for (const value of list) values.push(value);
      whole.set(key, values);
      return values;
    },
  };
}

/** Whether two lists hold the same objects in the same order. */
export const areSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((one, i) => one === b[i]));
