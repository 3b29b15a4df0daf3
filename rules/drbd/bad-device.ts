import type { Statement } from "../../parsers/core/tree.ts";
import { documentRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

export const badDevice = documentRule({
  id: "drbd/bad-device",
  severity: "error",
  summary: "A device must be /dev/drbdN, minor N, or /dev/drbd_NAME minor N",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "drbd") return;
    for (const { statement } of visitsOf(document)) {
      const why = statement.keyword.value === "device" ? fault(statement) : undefined;
      if (why) report(statement.at, why);
    }
  },
});

/** drbdadm_parser.c parse_device and check_minor_nonsense. */
function fault({ args }: Statement): string | undefined {
  if (args.length === 0 || args.some(({ hole }) => hole)) return undefined;
  const named = args[0]!.value !== "minor" || args[0]!.quote;
  const name = named ? args[0]!.value : undefined;
  const rest = named ? args.slice(1) : args;
  const text = rest.map(({ value }) => value).join(" ");
  const minor = /^minor (\d{1,8})$/.exec(text)?.[1];
  if (text !== "" && minor === undefined) return `device takes a path, minor NUMBER or both, not ${text}`;
  if (name === undefined) return undefined;
  const plain = /^(?:\/dev\/)?drbd(.*)$/.exec(name)?.[1];
  if (plain === undefined) return `device ${name} does not begin with /dev/drbd`;
  const digits = /^\d+$/.test(plain);
  if (minor === undefined)
    return digits ? undefined : `device ${name} has no number: add minor and the number`;
  if (digits)
    return Number(plain) === Number(minor) ? undefined : `device ${name} and minor ${minor} are two devices`;
  return plain.startsWith("_") ? undefined : `device ${name} must begin with /dev/drbd_`;
}
