import { compareVersions, type Version } from "../core/schema.ts";

/**
 * Whether the condition of `.if` holds for this release, where the release alone decides: `version_atleast(2.6)`,
 * `!version_before(3.0)`, a number. undefined: it asks for what only the machine knows.
 */
export function decided(condition: string, version: Version | undefined): boolean | undefined {
  const [, nots = "", name = "", argument = "", number] =
    /^\s*(!*)\s*(?:(version_atleast|version_before)\(\s*([\d.]+)[^)]*\)|(\d+))\s*$/.exec(condition) ?? [];
  if (number === undefined && (name === "" || !version)) return undefined;
  const holds =
    number === undefined
      ? compareVersions(version!, argument) >= 0 === (name === "version_atleast")
      : Number(number) !== 0;
  return nots.length % 2 === 0 ? holds : !holds;
}
