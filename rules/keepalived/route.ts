import type { Word } from "../../parsers/core/tree.ts";
import { familyOf } from "./instance.ts";
import {
  any,
  belong,
  bit,
  blame,
  isUnknown,
  type Line,
  lineOf,
  number,
  take,
  takeAddress,
  takeForm,
  types,
} from "./reading.ts";
import type { Entry } from "./routes.ts";

/** Options with one value: its form, whether `lock` may stand before it, and the family that the option needs. */
const options: Readonly<
  Record<string, { readonly form: RegExp; readonly lock?: true; readonly family?: 4 | 6 }>
> = {
  tos: { form: any },
  dsfield: { form: any },
  table: { form: any },
  protocol: { form: any },
  scope: { form: any },
  metric: { form: number },
  priority: { form: number },
  preference: { form: number },
  dev: { form: any },
  oif: { form: any },
  vrf: { form: any },
  track_group: { form: any },
  expires: { form: number, family: 6 },
  pref: { form: /^(low|medium|high|\d+)$/, family: 6 },
  realms: { form: any, family: 4 },
  mtu: { form: number, lock: true },
  advmss: { form: number, lock: true },
  reordering: { form: number, lock: true },
  cwnd: { form: number, lock: true },
  ssthresh: { form: number, lock: true },
  rtt: { form: any, lock: true },
  rttvar: { form: any, lock: true },
  rto_min: { form: any, lock: true },
  congctl: { form: any, lock: true },
  hoplimit: { form: number },
  window: { form: number },
  initcwnd: { form: number },
  initrwnd: { form: number },
  quickack: { form: bit },
  fastopen_no_cookie: { form: bit },
  features: { form: /^ecn$/ },
  "ttl-propagate": { form: /^(enabled|disabled)$/ },
};
const flags: ReadonlySet<string> = new Set(["onlink", "add", "prepend", "append", "no_track"]);

/** A line of virtual_routes or static_routes as keepalived 2.2.7 reads it. */
export function readRoute({ statement, fixed }: Entry): Line {
  const line = lineOf(statement);
  let destination = false;
  while (!isUnknown(line) && line.faults.length === 0 && line.next < line.words.length) {
    const word = line.words[line.next++]!;
    const option =
      Object.hasOwn(options, word.value) && (fixed || word.value !== "track_group")
        ? options[word.value]
        : undefined;
    if (option || flags.has(word.value)) line.seen.set(word.value, word);
    if (word.value === "encap") return line;
    if (option) {
      if (option.family && line.family && line.family !== option.family)
        blame(line, word, `${word.value} is for IPv${option.family} only`);
      else if (option.family) line.family = option.family;
      takeForm(line, word, option.form, option.lock);
    } else if (word.value === "inet" || word.value === "inet6")
      belong(line, word, word.value === "inet" ? 4 : 6);
    else if (word.value === "src") takeAddress(line, word, false);
    else if (word.value === "from") takeSource(line, word);
    else if (word.value === "via" || word.value === "gw") takeVia(line, word);
    else if (word.value === "or") takeAlternative(line, word);
    else if (word.value === "as") blame(line, word, "as is for MPLS only");
    else if (word.value === "nexthop") {
      if (line.seen.has("or")) blame(line, word, "nexthop cannot stand beside or");
      line.next--;
      readHops(line);
    } else if (!flags.has(word.value)) {
      destination = true;
      takeDestination(line, word);
    }
  }
  if (!isUnknown(line) && line.faults.length === 0 && !destination)
    blame(line, line.words[0]!, "the route has no destination");
  return line;
}

function takeVia(line: Line, word: Word): void {
  line.seen.set(word.value, word);
  const family = line.words[line.next]?.value;
  if (family === "inet" || family === "inet6")
    belong(line, line.words[line.next++]!, family === "inet" ? 4 : 6);
  takeAddress(line, word, false);
}

function takeSource(line: Line, word: Word): void {
  const source = line.words[line.next];
  takeAddress(line, word, true);
  if (source && familyOf(source.value) !== 6 && source.value !== "default6")
    blame(line, source, `from ${source.value} is for IPv6 only`);
}

function takeAlternative(line: Line, word: Word): void {
  if (line.seen.has("or")) blame(line, word, "only one or counts");
  line.seen.set("or", word);
  const address = take(line, word);
  if (address && !familyOf(address.value)) blame(line, address, `or ${address.value} is no address`);
}

/** `[to] [type] address`: what is no option is the destination. */
function takeDestination(line: Line, word: Word): void {
  let at = word;
  if (at.value === "to") at = take(line, at) ?? at;
  if (types.has(at.value)) at = take(line, at) ?? at;
  line.next--;
  const named = { ...at, value: "to" };
  const before = line.faults.length;
  takeAddress(line, named, true);
  if (line.faults.length > before) {
    const fault = line.faults.pop()!;
    blame(
      line,
      at,
      fault.message.includes("is IPv")
        ? fault.message
        : `${at.value} is neither an option of a route nor a destination`,
    );
  }
}

function readHops(line: Line): void {
  while (line.faults.length === 0 && line.words[line.next]?.value === "nexthop") {
    line.next++;
    while (
      line.faults.length === 0 &&
      line.next < line.words.length &&
      line.words[line.next]!.value !== "nexthop"
    ) {
      const word = line.words[line.next++]!;
      if (word.value === "via") takeVia(line, word);
      else if (word.value === "dev") takeForm(line, word, any);
      else if (word.value === "weight") takeForm(line, word, /^0*([1-9]\d?|1\d\d|2[0-4]\d|25[0-6])$/);
      else if (word.value === "realms") takeForm(line, word, any);
      else if (word.value === "encap") line.next = line.words.length;
      else if (word.value !== "onlink") blame(line, word, `${word.value} is no option of a nexthop`);
    }
  }
}
