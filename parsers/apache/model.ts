import { type Setting, setting, settingOf, text } from "../core/settings.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { isIp4, isIp6 } from "../core/types.ts";

/** An address with a port, as Listen and VirtualHost write it. */
export interface Endpoint {
  /** undefined: every address. In lower case, without brackets. */
  readonly host?: string;
  /** Of an address, `0.0.0.0` and `[::]` too; undefined for a name, and where both families are meant. */
  readonly family?: 4 | 6;
  /** undefined: every port (of a VirtualHost). */
  readonly port?: number;
  readonly word: Word;
}

export interface Listen extends Endpoint {
  readonly port: number;
  readonly statement: Statement;
  /** Inside an <If…> section: perhaps not read. */
  readonly conditional: boolean;
}

export interface VirtualHost {
  readonly statement: Statement;
  readonly endpoints: readonly Endpoint[];
  readonly serverName?: Setting<string>;
  readonly aliases: readonly Setting<string>[];
  readonly documentRoot?: Setting<string>;
  readonly conditional: boolean;
}

export interface Apache {
  readonly listens: readonly Listen[];
  readonly virtualHosts: readonly VirtualHost[];
  /** Of the main server. */
  readonly serverName?: Setting<string>;
  readonly documentRoot?: Setting<string>;
  readonly serverRoot?: Setting<string>;
  /** A Listen or a VirtualHost has a value that is not known: not all of them are counted. */
  readonly vague: boolean;
}

const isCondition = (name: string): boolean => /^If/i.test(name);

/** `80`, `10.0.0.4:80`, `[::]:443`, `*:80`; undefined where it is none of them. */
export function endpointOf(word: Word): Endpoint | undefined {
  if (word.hole) return undefined;
  const { value } = word;
  if (/^\d+$/.test(value)) return { port: Number(value), word };
  const match = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(\d+|\*))?$/.exec(value);
  if (!match) return undefined;
  const host = (match[1] ?? match[2] ?? "").toLowerCase();
  const port = match[3] === undefined || match[3] === "*" ? undefined : Number(match[3]);
  const any = ["", "*", "_default_", "0.0.0.0", "::"].includes(host);
  const family = isIp4(host) ? 4 : isIp6(host) ? 6 : undefined;
  return {
    word,
    ...(any ? {} : { host }),
    ...(family ? { family } : {}),
    ...(port === undefined ? {} : { port }),
  };
}

export function modelOf({ statements }: Tree): Apache {
  const listens: Listen[] = [];
  const virtualHosts: VirtualHost[] = [];
  let vague = false;
  const visit = (inside: readonly Statement[], conditional: boolean): void => {
    for (const statement of inside) {
      const { keyword, args, block } = statement;
      if (keyword.value === "Listen") {
        const endpoint = args[0] && endpointOf(args[0]);
        if (endpoint?.port !== undefined)
          listens.push({ ...endpoint, port: endpoint.port, statement, conditional });
        else vague = true;
      } else if (keyword.value === "VirtualHost") {
        virtualHosts.push(virtualHostOf(statement, conditional));
        if (args.some(({ hole }) => hole)) vague = true;
      } else if (block && isCondition(keyword.value)) visit(block.statements, true);
    }
  };
  visit(statements, false);
  const serverName = setting(statements, "ServerName", text);
  const documentRoot = setting(statements, "DocumentRoot", text);
  const serverRoot = setting(statements, "ServerRoot", text);
  return {
    listens,
    virtualHosts,
    ...(serverName ? { serverName } : {}),
    ...(documentRoot ? { documentRoot } : {}),
    ...(serverRoot ? { serverRoot } : {}),
    vague,
  };
}

function virtualHostOf(statement: Statement, conditional: boolean): VirtualHost {
  const { block, args } = statement;
  const serverName = setting(block, "ServerName", text);
  const documentRoot = setting(block, "DocumentRoot", text);
  return {
    statement,
    endpoints: args.flatMap((word) => endpointOf(word) ?? []),
    ...(serverName ? { serverName } : {}),
    aliases: (block?.statements ?? [])
      .filter(({ keyword }) => keyword.value === "ServerAlias")
      .flatMap((alias) => alias.args.flatMap((_, i) => settingOf(alias, i, text) ?? [])),
    ...(documentRoot ? { documentRoot } : {}),
    conditional,
  };
}
