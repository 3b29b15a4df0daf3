import type { KeywordDef } from "../../parsers/core/schema.ts";
import { galera } from "../../parsers/mycnf/index.ts";
import type { ProviderOption } from "../../parsers/mycnf/provider.ts";
import type { Machine } from "./machine.ts";

/** What the provider takes for a yes (gu_utils.c). */
export const yes = (value: string): boolean => /^(?:1|y|yes|on|true|sure)$/i.test(value);

/** The last setting of an option of wsrep_provider_options. */
export const providerOption = ({ wsrep }: Machine, key: string): ProviderOption | undefined =>
  wsrep.providerOptions?.value.findLast((option) => option.key.value === key);

/** The table of the provider's options. */
export const providerTable = (): Readonly<Record<string, KeywordDef>> =>
  galera.schema.places.provider?.keywords ?? {};
