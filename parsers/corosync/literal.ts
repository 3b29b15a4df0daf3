/** Something in a value that corosync takes as it stands: a comment after it, quotes around it, a no-break space beside it. */
export type Literal =
  | { readonly kind: "comment"; readonly start: number }
  | { readonly kind: "quotes" }
  | { readonly kind: "no-break space" };

/** What of a value was not meant as part of it; `start` is the offset of the blanks before a comment. */
export function literal(value: string): Literal | undefined {
  const comment = /[ \t]+#/.exec(value);
  if (comment) return { kind: "comment", start: comment.index };
  if (value.startsWith("#")) return { kind: "comment", start: 0 };
  if (/^(["']).*\1$/.test(value) && value.length > 1) return { kind: "quotes" };
  if (/^\u00a0|\u00a0$/.test(value)) return { kind: "no-break space" };
  return undefined;
}
