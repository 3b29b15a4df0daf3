import { distance } from "fastest-levenshtein";

/** How names end whose value is a secret, in the formats that halint reads and in the command lines inside them. */
const ends =
  /(?:[_-]pass|sst[_-]auth|pass(?:word|wd|phrase)|requirepass|masterauth|secret(?:[_-]?(?:access[_-]?)?key)?|psk|w(?:ep|ireless)-key|api[_-]?(?:key|token)|tcp-md5sig|rediscli_auth|[a-z]_pwd)\d*$/i;

/** Whether it is spelt as the name of a secret. */
export const endsAsSecret = (name: string): boolean => ends.test(name);

/** Keywords that are still known with two mistakes in them. */
const long = ["auth_pass", "shared_secret", "wsrep_sst_auth"];
/** With one mistake other than a plural, by themselves or as the last part of a name: test_passwrd, insecure-pasword. */
const short = ["password", "passwd", "passphrase", "secret"];

/** Whether a keyword, parameter or variable holds a secret; one that is nearly such a name counts as it. */
export function isSecretName(name: string): boolean {
  if (endsAsSecret(name)) return true;
  const whole = name.toLowerCase().replace(/-/g, "_");
  const last = whole.replace(/^.*[_.]/, "").replace(/\d+$/, "");
  const isShort = (one: string): boolean =>
    isNear(whole, one, 1) || (isNear(last, one, 1) && last !== `${one}s`);
  return long.some((one) => isNear(whole, one, 2)) || short.some(isShort);
}

/** So many mistakes apart at the most, or but for two letters that are swapped; the lengths tell most pairs apart without looking. */
export function isNear(word: string, keyword: string, mistakes: number): boolean {
  if (Math.abs(word.length - keyword.length) > mistakes) return false;
  const apart = distance(word.toLowerCase(), keyword);
  return apart <= mistakes || (apart === 2 && lettersOf(word.toLowerCase()) === lettersOf(keyword));
}

const lettersOf = (word: string): string => [...word].sort().join("");
