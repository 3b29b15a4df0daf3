import { sysctl } from "../../parsers/sysctl/index.ts";
import type { Document } from "../rule.ts";
import { documentsOf, type Node } from "./model.ts";

/** A file that tells of the machine's kernel settings: the stock sysctl.conf, all comments, says nothing of what stands in sysctl.d. */
const tells = ({ path, tree }: Document): boolean =>
  tree.statements.length > 0 || path.includes("/sysctl.d/");

/** The files by which the machine's kernel settings are known; where there are none, a setting may stand in a file that is not at hand. */
export const sysctlFiles = (node: Node) => documentsOf(node, sysctl).filter(tells);
