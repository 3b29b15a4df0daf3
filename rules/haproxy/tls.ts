import type { Option } from "../../parsers/haproxy/modelProxy.ts";

/** Options of `bind` lines that mean something with `ssl` only. */
export const tlsOptions =
  /^(crt|crt-list|default-crt|ca-file|ca-verify-file|crl-file|verify|alpn|npn|ciphers|ciphersuites|ecdhe|curves|ssl-min-ver|ssl-max-ver|force-(sslv3|tlsv1\d)|no-(sslv3|tlsv1\d|tls-tickets)|strict-sni|tls-ticket-keys|allow-0rtt|crt-ignore-err|ca-ignore-err|prefer-client-ciphers|generate-certificates)$/;

/** The same for `server` lines. */
export const serverTlsOptions =
  /^(ca-file|crt|crl-file|verify|verifyhost|sni|alpn|npn|ciphers|ciphersuites|ssl-min-ver|ssl-max-ver|force-(sslv3|tlsv1\d)|no-(sslv3|tlsv1\d|tls-tickets|ssl-reuse)|allow-0rtt)$/;

/** "crt and alpn", "verify, ca-file and sni". */
export function listed(options: readonly Option[]): string {
  const names = [...new Set(options.map(({ name }) => name))];
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
}
