import { remembered } from "../../parsers/core/remembered.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Option, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { optionNamed } from "./binds.ts";
import { after, ownLines } from "./effective.ts";
import { allServersWith, type PlacedServer, proxiesWith } from "./lookup.ts";
import { isDisabled } from "./proxies.ts";
import { isOn } from "./servers.ts";

/** A TLS setting of a bind, a server or the defaults of all. */
export interface TlsSetting {
  readonly name: string;
  readonly word: Word;
  readonly value?: Word;
  readonly statement: Statement;
  /** It stands on a line with `ssl`, so that haproxy makes something of it. */
  readonly used: boolean;
}

const settingOf = ({ name, word, args: [value], statement }: Option, used: boolean): TlsSetting => ({
  name,
  word,
  ...(value ? { value } : {}),
  statement,
  used,
});

/** `ssl-default-bind-options a b c 1` as settings; only those with a version take the next word. */
function defaults({ global }: Haproxy): TlsSetting[] {
  const lines = ["ssl-default-bind-options", "ssl-default-server-options"].flatMap((name) =>
    ownLines(global, name),
  );
  return lines.flatMap((statement) => {
    const words = after(statement, 1);
    return words.map((word, i): TlsSetting => {
      const value = /^ssl-(min|max)-ver$/.test(word.value) ? words[i + 1] : undefined;
      return { name: word.value, word, ...(value ? { value } : {}), statement, used: false };
    });
  });
}

/** `ssl-default-bind-ciphers LIST` as a setting `ciphers`. */
function defaultCiphers({ global }: Haproxy): TlsSetting[] {
  const lines = ["ssl-default-bind-ciphers", "ssl-default-server-ciphers"].flatMap((name) =>
    ownLines(global, name),
  );
  return lines.flatMap((statement): TlsSetting[] => {
    const [value] = statement.args;
    return value ? [{ name: "ciphers", word: statement.keyword, value, statement, used: false }] : [];
  });
}

/** Every TLS setting of the configuration. */
export const tlsSettings = remembered((model: Haproxy): readonly TlsSetting[] => [
  ...defaults(model),
  ...defaultCiphers(model),
  ...proxiesWith(model, "bind").flatMap(bindSettings),
  ...allServersWith(model, isTls).flatMap(serverSettings),
  ...proxiesWith(model, "default-server").flatMap(({ defaultServers }) =>
    defaultServers.flatMap(({ options }) => read(options, false)),
  ),
]);

/** Those of which a rule speaks. */
const isTls = /^(ciphers|ssl-(min|max)-ver|(no|force)-(sslv3|tlsv1[0-3]))$/;

const read = (options: readonly Option[], used: boolean): TlsSetting[] =>
  options.flatMap((option) => (isTls.test(option.name) ? [settingOf(option, used)] : []));

const bindSettings = (proxy: Proxy): TlsSetting[] =>
  proxy.binds.flatMap((bind) =>
    read(bind.options, optionNamed(bind, "ssl") !== undefined && !isDisabled(proxy)),
  );

const serverSettings = ({ server, proxy }: PlacedServer): TlsSetting[] =>
  read(server.options, isOn(server, "ssl") && !isDisabled(proxy));
