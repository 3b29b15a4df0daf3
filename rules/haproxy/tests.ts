import type { Acl, Bind, Proxy, Rule } from "../../parsers/haproxy/modelProxy.ts";
import { aclLines } from "./aclNames.ts";
import { fetchName } from "./calls.ts";
import { chainOf } from "./proxies.ts";

/** The `acl` lines of a proxy with this name. */
export const aclsNamed = ({ acls }: Proxy, name: string): readonly Acl[] => aclLines(acls, name);

/** The tests of a rule's condition: anonymous ACLs, and the lines that define the names it uses. */
export function testsOf({ condition, anonymous }: Rule, proxy: Proxy): readonly Acl[] {
  const names = new Set((condition?.suites ?? []).flat().flatMap(({ name }) => name?.value ?? []));
  return [...anonymous, ...[...names].flatMap((name) => aclsNamed(proxy, name))];
}

/** The fetch of a test: "path" of `path_beg`. */
export const fetchOf = ({ criterion }: Acl): string | undefined =>
  criterion?.fetch && fetchName(criterion.fetch.name);

/** Fetches that need a parsed HTTP message. */
export const needsHttp = (fetch: string): boolean =>
  /^(path|pathq|url|url_param|urlp|url_ip|url_port|hdr|shdr|cook|scook|method|base|baseq|base32|query|status|set-cookie|http_first_req|http_auth|http_auth_group|capture)($|[._+])/.test(
    fetch,
  ) ||
  /^(req|res)\.(hdr|fhdr|cook|ver|body|hdrs|hdrs_bin|timer)/.test(fetch) ||
  /^(req|resp)_ver$/.test(fetch);

/** Fetches that read the bytes of the request before any protocol is decoded. */
export const needsBytes = (fetch: string): boolean =>
  /^(req\.(len|payload|payload_lv|rdp_cookie|rdp_cookie_cnt|ssl_\w+)|req_len|req_ssl_\w+|rdp_cookie|rdp_cookie_cnt|payload|payload_lv|ssl_hello_type|req_rdp_cookie\w*)$/.test(
    fetch,
  );

/** The same for the answer. */
export const needsAnswerBytes = (fetch: string): boolean =>
  /^(res\.(len|payload|payload_lv|ssl_hello_type)|rep_ssl_hello_type)$/.test(fetch);

export const hasOption = ({ options }: Bind, name: string): boolean =>
  options.some((one) => one.name === name);

/** The proxy's own lines and those it inherits. */
export const hasLine = (proxy: Proxy, keyword: string): boolean =>
  chainOf(proxy).some(({ statements }) => statements.some((line) => line.keyword.value === keyword));

/** Whether a line of the proxy or of its defaults turns TCP into HTTP. */
export const switchesMode = (proxy: Proxy): boolean =>
  chainOf(proxy).some(({ rules }) => rules.some(({ action }) => action === "switch-mode"));
