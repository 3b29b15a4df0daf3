import type { Span } from "../core/source.ts";
import type { Tree, Word } from "../core/tree.ts";
import { isIp4 } from "../core/types.ts";
import { modelOf } from "./model.ts";

/** What one ifcfg file gives its interface. */
export interface Ifcfg {
  /** DEVICE, else what the file is called after: "eth0", "lo:0"; undefined in a file that nobody reads. */
  readonly device?: { readonly name: string; readonly at: Span };
  /** Brought up at boot. */
  readonly auto: boolean;
  readonly method: string;
  readonly addresses: readonly IfcfgAddress[];
  readonly gateway?: Word;
}

export interface IfcfgAddress {
  readonly ip: string;
  /** Bits or a dotted mask, as written. */
  readonly mask?: string;
  readonly at: Span;
  readonly maskAt: Span;
}

/** Copies that initscripts and wicked leave out. */
const copy = /(?:~|\.(?:bak|old|orig|rpmnew|rpmorig|rpmsave|scpmbackup|swp))$/;

export function ifcfgOf(tree: Tree): Ifcfg {
  const variables = modelOf(tree);
  const word = (name: string): Word | undefined => variables.get(name)?.word;
  const file = tree.source.path.replace(/^.*\//, "");
  const first = tree.statements[0]?.keyword.at;
  const name = word("DEVICE")?.value ?? file.replace(/^ifcfg-/, "");
  if (!first || copy.test(file)) return { auto: false, method: "", addresses: [] };
  const method = (word("BOOTPROTO")?.value ?? "none").toLowerCase();
  const isStatic = /^(?:none|static|)$/.test(method);
  const gateway = word("GATEWAY");
  return {
    device: { name, at: word("DEVICE")?.at ?? first },
    auto: !/^(?:no|off|manual)$/.test((word("ONBOOT") ?? word("STARTMODE"))?.value.toLowerCase() ?? ""),
    method: isStatic ? "static" : method,
    addresses: isStatic ? [...variables.keys()].flatMap((key) => addressOf(key, word)) : [],
    ...(gateway ? { gateway } : {}),
  };
}

/** IPADDR, IPADDR1, IPADDR_mail; its length behind a slash, in PREFIX, PREFIXLEN or NETMASK of the same number. */
function addressOf(key: string, word: (name: string) => Word | undefined): IfcfgAddress[] {
  const suffix = /^IPADDR(\d*|_\w+)$/.exec(key)?.[1];
  const address = suffix === undefined ? undefined : word(key);
  const [ip = "", slash] = address?.value.split("/") ?? [];
  if (!address || !isIp4(ip)) return [];
  const mask = word(`PREFIX${suffix}`) ?? word(`PREFIXLEN${suffix}`) ?? word(`NETMASK${suffix}`);
  const length = slash ?? mask?.value;
  const maskAt = slash ? address.at : (mask?.at ?? address.at);
  return [{ ip, at: address.at, maskAt, ...(length === undefined ? {} : { mask: length }) }];
}
