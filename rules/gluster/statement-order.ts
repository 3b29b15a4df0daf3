import { gluster } from "../../parsers/gluster/index.ts";
import { modelRule } from "../rule.ts";

export const statementOrder = modelRule({
  id: "gluster/statement-order",
  format: gluster,
  severity: "error",
  summary: "A volume must begin with its type and have an option or a subvolume, type and subvolumes once",
  daemon: "rejects",
  check({ volumes }, report, { document }) {
    if (document.tree.mistakes.length > 0) return;
    for (const { statement, name } of volumes) {
      const inside = statement.block?.statements ?? [];
      if (inside.some(({ keyword }) => keyword.hole)) continue;
      const kinds = inside.map(({ keyword }) => keyword.value.toLowerCase());
      const at = name?.word.at ?? statement.keyword.at;
      const called = name?.value ?? "";
      const type = kinds.indexOf("type");
      if (type < 0) report(at, `volume ${called} has no type: glusterfs refuses the file`);
      else if (type > 0)
        report(
          inside[type]!.at,
          `type stands below ${kinds[0]}: it must be the first, and glusterfs refuses the file`,
        );
      else if (kinds.length === 1)
        report(at, `volume ${called} has neither an option nor subvolumes: glusterfs refuses the file`);
      for (const once of ["type", "subvolumes"]) {
        const second = inside.filter((_, i) => kinds[i] === once)[1];
        if (second && (once !== "type" || type === 0))
          report(second.at, `${once} stands twice in volume ${called}: glusterfs refuses the file`);
      }
    }
  },
});
