import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { netOptions } from "./disks.ts";

/** Shashes of Linux (crypto/*.c, cra_name), and those of a CPU's own drivers under the same names. */
const digests = [
  "md4",
  "md5",
  "sha1",
  "sha224",
  "sha256",
  "sha384",
  "sha512",
  "sha3-224",
  "sha3-256",
  "sha3-384",
  "sha3-512",
  "crc32",
  "crc32c",
  "crct10dif",
  "crc64-rocksoft",
  "rmd128",
  "rmd160",
  "rmd256",
  "rmd320",
  "sm3",
  "streebog256",
  "streebog512",
  "tgr128",
  "tgr160",
  "tgr192",
  "wp256",
  "wp384",
  "wp512",
  "xxhash64",
  "michael_mic",
  "ghash",
  "blake2b-160",
  "blake2b-256",
  "blake2b-384",
  "blake2b-512",
  "blake2s-256",
];
const users = new Set(["cram-hmac-alg", "verify-alg", "csums-alg", "data-integrity-alg"]);
const weak = new Set(["md4", "md5"]);

export const unknownDigest = modelRule({
  id: "drbd/unknown-digest",
  severity: "error",
  summary: "A digest must be one that the kernel has, and not a broken one for authentication",
  daemon: "silent",
  format: drbd,
  check(model, report) {
    for (const { name, value, word } of netOptions(model)) {
      if (!users.has(name) || value === "" || value === "yes" || value.includes("-generic")) continue;
      if (name === "cram-hmac-alg" && weak.has(value))
        report(word.at, `${name} ${value} is broken: sha256 is not`, { severity: "warning" });
      if (digests.includes(value)) continue;
      const guess = nearest(value, digests);
      report(
        word.at,
        `${name} ${value} is no digest that Linux knows${guess ? `, did you mean ${guess}?` : ""}`,
        {
          severity: guess ? "error" : "warning",
          ...(guess
            ? { fix: { title: `replace with ${guess}`, safe: false, edits: [{ at: word.at, text: guess }] } }
            : {}),
        },
      );
    }
  },
});
