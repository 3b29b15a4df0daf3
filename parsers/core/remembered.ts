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

/** The groups of all of these together. */
export function merged<Key, Value>(several: Iterable<ReadonlyMap<Key, readonly Value[]>>): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const one of several)
    for (const [key, values] of one) {
      const group = groups.get(key);
      if (group) for (const value of values) group.push(value);
      else groups.set(key, [...values]);
    }
  return groups;
}
