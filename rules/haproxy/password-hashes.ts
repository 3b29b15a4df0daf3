import type { Word } from "../../parsers/core/tree.ts";

/** How a password is hashed, as crypt(3) tells by its form; undefined where it is no hash that crypt(3) makes. */
export function hashOf({ value }: Word): "strong" | "md5" | "des" | undefined {
  if (/^\$(5|6|7|y|gy|2[abxy]?|sha1|scrypt|md5|3)\$|^\$argon2/.test(value)) return "strong";
  if (/^\$1\$/.test(value)) return "md5";
  return /^[./0-9A-Za-z]{13}$|^_[./0-9A-Za-z]{19}$/.test(value) ? "des" : undefined;
}
