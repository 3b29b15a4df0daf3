import type { Drbd } from "../../parsers/drbd/model.ts";
import type { Option } from "../../parsers/drbd/options.ts";

/** A startup option wherever it stands, in common and in resources. */
export const startupOptions = ({ common, resources }: Drbd, name: string): readonly Option[] =>
  [...(common ? [common] : []), ...resources].flatMap(({ options }) =>
    options.startup.filter((one) => one.name === name),
  );
