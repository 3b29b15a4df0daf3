import type { Router } from "./vrrp.ts";

/** Whether the instance keeps to the letter of the RFC, which has no authentication. */
export const isStrict = ({ instance, document }: Router): boolean =>
  (instance.strictMode ?? document.model.globals.vrrpStrict)?.value === true;
