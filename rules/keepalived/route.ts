import type { Word } from "../../parsers/core/tree.ts";
import { isIp } from "../../parsers/core/types.ts";
import { any, type Form, named, realms, time, upTo } from "./forms.ts";
import { familyOf } from "./instance.ts";
import {
  belong,
  blame,
  isUnknown,
  type Line,
  lineOf,
  readAddress,
  take,
  takeAddress,
  takeFamily,
  takeForm,
  types,
} from "./reading.ts";
import type { Entry } from "./routes.ts";

const left = "the option is left out";
const preferences: ReadonlySet<string> = new Set(["low", "medium", "high"]);

interface Option {
  readonly form: Form;
  /** `lock` may stand before the value. */
  readonly lock?: true;
  /** The family that the option needs. */
  readonly family?: 4 | 6;
  /** What a wrong value does, where the route stands. */
  readonly instead?: string;
}

/** Options with one value. */
const options: Readonly<Record<string, Option>> = {
  tos: { form: named(255) },
  dsfield: { form: named(255) },
  table: { form: named() },
  protocol: { form: named(255) },
  scope: { form: named(255) },
  metric: { form: upTo() },
  priority: { form: upTo() },
  preference: { form: upTo() },
  dev: { form: any },
  oif: { form: any },
  vrf: { form: any },
  track_group: { form: any },
  expires: { form: upTo(), family: 6 },
  pref: { form: (value) => preferences.has(value) || upTo(255)(value), family: 6 },
  realms: { form: realms, family: 4 },
  mtu: { form: upTo(), lock: true },
  advmss: { form: upTo(), lock: true },
  reordering: { form: upTo(), lock: true },
  cwnd: { form: upTo(), lock: true },
  ssthresh: { form: upTo(), lock: true },
  rtt: { form: time(8), lock: true },
  rttvar: { form: time(4), lock: true },
  rto_min: { form: time(1), lock: true },
  congctl: { form: any, lock: true },
  hoplimit: { form: upTo(255) },
  window: { form: upTo() },
  initcwnd: { form: upTo() },
  initrwnd: { form: upTo() },
  quickack: { form: upTo(1) },
  fastopen_no_cookie: { form: upTo(1) },
  features: { form: (value) => value === "ecn", instead: left },
  "ttl-propagate": { form: (value) => value === "enabled" || value === "disabled", instead: left },
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
      takeForm(line, word, option.form, option.lock, option.instead);
    } else if (word.value === "inet" || word.value === "inet6") takeFamily(line, word);
    else if (word.value === "src") takeAddress(line, word, false);
    else if (word.value === "from") takeSource(line, word);
    else if (word.value === "via" || word.value === "gw") takeVia(line, word);
    else if (word.value === "or") takeAlternative(line, word);
    else if (word.value === "as") blame(line, word, "as is for MPLS only", left);
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
  if (line.seen.has("or")) blame(line, word, "only one or counts", "this one is left out");
  line.seen.set("or", word);
  const address = take(line, word);
  if (address && !isIp(address.value)) blame(line, address, `or ${address.value} is no address`);
}

/** `to address`, `type address` or `address`: what is no option is the destination. */
function takeDestination(line: Line, word: Word): void {
  const led = word.value === "to" || types.has(word.value) || upTo(255)(word.value);
  const at = (led ? take(line, word) : word) ?? word;
  readAddress(line, at, true, `${at.value} is neither an option of a route nor a destination`);
}

const cut = "the route is set without what follows";
const weight: Form = (value) => upTo(256)(value) && Number(value) > 0;

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
      else if (word.value === "weight") takeForm(line, word, weight);
      else if (word.value === "realms") {
        takeForm(line, word, realms);
        belong(line, word, 4);
      } else if (word.value === "encap") line.next = line.words.length;
      else if (word.value !== "onlink") blame(line, word, `${word.value} is no option of a nexthop`);
    }
  }
  line.faults.splice(0, Infinity, ...line.faults.map((fault) => ({ ...fault, instead: cut })));
}
